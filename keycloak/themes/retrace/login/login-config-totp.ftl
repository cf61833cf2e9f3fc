<#import "template.ftl" as layout>
<#import "password-commons.ftl" as passwordCommons>
<#assign manual=(mode!"") == "manual">
<#macro entry id label code=false>
  <#local wrong=messagesPerField.existsError(id)>
  <div class="field">
    <label class="field-label" for="${id}">${label}</label>
    <span class="input<#if wrong> invalid</#if>"><input id="${id}" name="${id}" type="text"<#if code> class="code" inputmode="numeric" autocomplete="one-time-code" required<#else> autocomplete="off"</#if><#if wrong> aria-invalid="true" aria-describedby="${id}-error"</#if>></span>
    <#if wrong><span class="error-text" id="${id}-error" role="alert">${kcSanitize(messagesPerField.get(id))?no_esc}</span></#if>
  </div>
</#macro>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
  <#if section == "header">
    ${msg("loginTotpTitle")}
  <#elseif section == "form">
    <ol id="kc-totp-settings">
      <li>${msg("loginTotpStep1")}
        <ul><#list totp.supportedApplications as app><li>${msg(app)}</li></#list></ul>
      </li>
      <#if manual>
      <li>${msg("loginTotpManualStep2")}
        <p><code id="kc-totp-secret-key">${totp.totpSecretEncoded}</code></p>
        <p><a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></p>
      </li>
      <li>${msg("loginTotpManualStep3")}
        <ul>
          <li>${msg("loginTotpType")}: ${msg("loginTotp." + totp.policy.type)}</li>
          <li>${msg("loginTotpAlgorithm")}: ${totp.policy.getAlgorithmKey()}</li>
          <li>${msg("loginTotpDigits")}: ${totp.policy.digits}</li>
          <li>${msg("loginTotpInterval")}: ${totp.policy.period}</li>
        </ul>
      </li>
      <#else>
      <li>${msg("loginTotpStep2")}
        <img id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" width="200" height="200" alt="${msg("codeSquare")}">
        <p><a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></p>
      </li>
      </#if>
      <li>${msg("loginTotpStep3")}</li>
    </ol>
    <form id="kc-totp-settings-form" class="form" action="${url.loginAction}" method="post" novalidate>
      <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
      <#if mode??><input type="hidden" name="mode" value="${mode}"></#if>
      <@entry id="totp" label=msg("authenticatorCode") code=true/>
      <@entry id="userLabel" label=msg("loginTotpDeviceName")/>
      <@passwordCommons.logoutOtherSessions/>
      <div class="actions">
        <button class="button primary block" id="saveTOTPBtn" type="submit">${msg("doSubmit")}</button>
        <#if isAppInitiatedAction??>
        <button class="button quiet block" id="cancelTOTPBtn" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button>
        </#if>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
