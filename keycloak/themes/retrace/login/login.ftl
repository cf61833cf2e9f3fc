<#import "template.ftl" as layout>
<#import "secret.ftl" as secret>
<#import "passkeys.ftl" as passkeys>
<#-- A known person who meets this page is asked to prove a recent sign-in (max_age or prompt=login). -->
<#assign again=usernameHidden??>
<#assign wrong=messagesPerField.existsError("username", "password")>
<@layout.registrationLayout displayMessage=!wrong && !again; section>
  <#if section == "header">
    ${msg(again?then("confirmTitle", "loginAccountTitle"))}
  <#elseif section == "form">
    <p class="lead">${msg(again?then("confirmWhy", "signInLead"))}</p>
    <@secret.mismatch wrong=wrong text=messagesPerField.getFirstError("username", "password")/>
    <form id="kc-form-login" class="form" action="${url.loginAction}" method="post" onsubmit="login.disabled = true; return true;">
      <#if !again>
      <div class="field">
        <label class="field-label" for="username">${msg("email")}</label>
        <span class="input<#if wrong> invalid</#if>"><input id="username" name="username" type="text" inputmode="email" autocapitalize="none" spellcheck="false" value="${login.username!}"
          autocomplete="${(enableWebAuthnConditionalUI?has_content)?then("username webauthn", "username")}"<#if wrong> aria-invalid="true" aria-describedby="mismatch"<#else> autofocus</#if>></span>
      </div>
      </#if>
      <@secret.password wrong=wrong focus=wrong || again/>
      <#if realm.rememberMe && !again>
      <label class="check"><input type="checkbox" id="rememberMe" name="rememberMe"<#if login.rememberMe??> checked</#if>> ${msg("rememberMe")}</label>
      </#if>
      <input type="hidden" id="id-hidden-input" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
      <@secret.actions label=again?then("confirmButton", "doLogIn") leave=again/>
    </form>
    <@passkeys.conditionalUIData/>
  </#if>
</@layout.registrationLayout>
