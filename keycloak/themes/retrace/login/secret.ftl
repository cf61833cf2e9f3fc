<#-- What the sign-in, confirmation and code pages share. -->
<#macro mismatch wrong text>
  <#if wrong>
  <div class="notice error" role="alert"><span id="mismatch" class="kc-feedback-text">${kcSanitize(text)?no_esc}</span></div>
  </#if>
</#macro>

<#macro password wrong focus>
  <div class="field">
    <label class="field-label" for="password">${msg("password")}</label>
    <div class="input-group">
      <span class="input fill<#if wrong> invalid</#if>"><input id="password" name="password" type="password" autocomplete="current-password"<#if focus> autofocus</#if><#if wrong> aria-invalid="true" aria-describedby="mismatch"</#if>></span>
      <button class="peek" type="button" id="password-show-password" aria-label="${msg("showPassword")}" aria-controls="password" data-password-toggle
        data-icon-show="${properties.kcFormPasswordVisibilityIconShow}" data-icon-hide="${properties.kcFormPasswordVisibilityIconHide}"
        data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}"><i class="${properties.kcFormPasswordVisibilityIconShow}" aria-hidden="true"></i></button>
    </div>
    <#if realm.resetPasswordAllowed>
    <p class="helper"><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p>
    </#if>
  </div>
</#macro>

<#macro actions label leave>
  <div class="actions">
    <button class="button primary block" id="kc-login" name="login" type="submit">${msg(label)}</button>
    <#if leave && (client.baseUrl)?has_content>
    <a class="button quiet block" id="leave" href="${client.baseUrl}">${msg("leaveWithoutConfirming")}</a>
    </#if>
  </div>
</#macro>
