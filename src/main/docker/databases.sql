-- Runs once, when the volume is new. Keycloak keeps its own data apart from ours.
create database keycloak;
