<#import "trail.ftl" as trail>
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#local header><#nested "header"></#local>
<#-- Keycloak's own pages put a comment into their header, which a title would show. -->
<#local title=header?markup_string?replace("<!--.*?-->", "", "rs")?trim?no_esc>
<!DOCTYPE html>
<html class="${properties.kcHtmlClass!}" lang="${lang}" dir="${((locale.rtl)!false)?then('rtl', 'ltr')}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <title>${title} · ${realm.displayName!"Retrace"}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/mark.svg">
  <#list (properties.styles!"")?split(" ") as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <#-- Keycloak's WebAuthn scripts import this module by its bare name. -->
  <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  <#list (properties.scripts!"")?split(" ")?filter(s -> s?has_content) as script>
  <script src="${url.resourcesPath}/${script}"></script>
  </#list>
  <#list scripts![] as script>
  <script src="${script}"></script>
  </#list>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  <#-- Signing in or out in another tab moves this one along instead of leaving a form that cannot succeed. -->
  <script type="module">
    <#outputformat "JavaScript">
    import { startSessionPolling<#if authenticationSession??>, checkAuthSession</#if> } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
    <#if authenticationSession??>checkAuthSession(${authenticationSession.authSessionIdHash?c});</#if>
    </#outputformat>
  </script>
</head>
<body data-page="${pageId!}">
  <header class="bar">
    <span class="mark"><@trail.mark/> ${realm.displayName!"Retrace"}</span>
    <#if realm.internationalizationEnabled && locale.supported?size gt 1>
    <nav class="languages" aria-label="${msg("languages")}">
      <#list locale.supported?sort_by("languageTag") as l>
      <a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${msg("ownName_" + l.languageTag)}</a>
      </#list>
    </nav>
    </#if>
  </header>
  <div class="page">
    <main>
      <h1 id="kc-page-title">${title}</h1>
      <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
      <#-- A person who is asked for the password again is signed in: starting over would only lead back here. -->
      <#assign again=["login", "login-password"]?seq_contains(pageId!"")>
      <p class="who"><span class="soft">${msg(again?then("asKnownPerson", "asPerson"))}</span> <b id="kc-attempted-username">${auth.attemptedUsername}</b><#if !again> <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("startAgain")}</a></#if></p>
      <#nested "show-username">
      </#if>
      <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
      <div class="notice ${message.type}" role="${(message.type == "error")?then("alert", "status")}"><span class="kc-feedback-text">${kcSanitize(message.summary)?no_esc}</span></div>
      </#if>
      <#nested "form">
      <#if auth?has_content && auth.showTryAnotherWayLink()>
      <form id="kc-select-try-another-way-form" class="aside-form" action="${url.loginAction}" method="post">
        <button id="try-another-way" class="button quiet block" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
      </form>
      </#if>
      <#if switchOrganizationEnabled!false>
      <form id="kc-switch-organization-form" class="aside-form" action="${url.loginAction}" method="post">
        <button id="switch-organization" class="button quiet block" name="switchOrganization" value="true">${msg("doSwitchOrganization")}</button>
      </form>
      </#if>
      <#nested "socialProviders">
      <#if displayInfo>
      <div id="kc-info" class="soft"><#nested "info"></div>
      </#if>
    </main>
    <aside class="picture" aria-hidden="true"><@trail.picture/></aside>
  </div>
</body>
</html>
</#macro>
