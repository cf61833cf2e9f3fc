<#import "template.ftl" as layout>
<#import "secret.ftl" as secret>
<#assign wrong=messagesPerField.existsError("username")>
<@layout.registrationLayout displayMessage=!wrong; section>
  <#if section == "header">
    ${msg("emailForgotTitle")}
  <#elseif section == "form">
    <p class="lead">${msg("emailInstruction")}</p>
    <@secret.mismatch wrong=wrong text=messagesPerField.get("username")/>
    <form id="kc-reset-password-form" class="form" action="${url.loginAction}" method="post">
      <div class="field">
        <label class="field-label" for="username">${msg("email")}</label>
        <span class="input<#if wrong> invalid</#if>"><input id="username" name="username" type="text" inputmode="email" autocapitalize="none" spellcheck="false" autocomplete="username" autofocus value="${auth.attemptedUsername!}"<#if wrong> aria-invalid="true" aria-describedby="mismatch"</#if>></span>
      </div>
      <div class="actions">
        <button class="button primary block" type="submit">${msg("emailSendLink")}</button>
        <a class="button quiet block" href="${url.loginUrl}">${msg("backToLogin")}</a>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
