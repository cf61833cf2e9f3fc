-- Who looks after the contract with a company; told when it goes on keeping silent.
alter table partner add column contract_owner text;
