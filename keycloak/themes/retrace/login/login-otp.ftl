<#import "template.ftl" as layout>
<#import "secret.ftl" as secret>
<#assign wrong=messagesPerField.existsError("totp")>
<@layout.registrationLayout displayMessage=!wrong; section>
  <#if section == "header">
    ${msg("codeTitle")}
  <#elseif section == "form">
    <p class="lead">${msg("codeLead")}</p>
    <@secret.mismatch wrong=wrong text=messagesPerField.get("totp")/>
    <form id="kc-otp-login-form" class="form" action="${url.loginAction}" method="post" onsubmit="login.disabled = true; return true;">
      <#if otpLogin.userOtpCredentials?size gt 1>
      <fieldset class="field devices">
        <legend class="field-label">${msg("codeDevice")}</legend>
        <#list otpLogin.userOtpCredentials as device>
        <label class="check"><input type="radio" name="selectedCredentialId" value="${device.id}"<#if device.id == otpLogin.selectedCredentialId!""> checked</#if>> ${device.userLabel!msg("codeUnnamedDevice", device?counter)}</label>
        </#list>
      </fieldset>
      <#else>
      <input type="hidden" name="selectedCredentialId" value="${otpLogin.selectedCredentialId!}">
      </#if>
      <div class="field">
        <label class="field-label" for="otp">${msg("loginOtpOneTime")}</label>
        <span class="input<#if wrong> invalid</#if>"><input id="otp" name="otp" type="text" class="code" inputmode="numeric" autocomplete="one-time-code" autofocus<#if wrong> aria-invalid="true" aria-describedby="mismatch"</#if>></span>
      </div>
      <@secret.actions label="confirmButton" leave=false/>
    </form>
  </#if>
</@layout.registrationLayout>
