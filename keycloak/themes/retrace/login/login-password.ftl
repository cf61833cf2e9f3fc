<#import "template.ftl" as layout>
<#import "secret.ftl" as secret>
<#import "passkeys.ftl" as passkeys>
<#assign wrong=messagesPerField.existsError("password")>
<@layout.registrationLayout displayMessage=!wrong; section>
  <#if section == "header">
    ${msg("confirmTitle")}
  <#elseif section == "form">
    <p class="lead">${msg("confirmWhy")}</p>
    <@secret.mismatch wrong=wrong text=msg("confirmMismatch")/>
    <form id="kc-form-login" class="form" action="${url.loginAction}" method="post" onsubmit="login.disabled = true; return true;">
      <@secret.password wrong=wrong focus=true/>
      <@secret.actions label="confirmButton" leave=true/>
    </form>
    <@passkeys.conditionalUIData/>
  </#if>
</@layout.registrationLayout>
