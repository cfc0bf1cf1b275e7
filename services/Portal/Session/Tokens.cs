using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Portal.Session;

/// <summary>Keeps the access token fresh for as long as the session lasts, and gives the tokens back at its end.</summary>
internal sealed partial class Tokens(IOptionsMonitor<OpenIdConnectOptions> options, ISessionStore store, Tickets tickets, TimeProvider clock, ILogger<Tokens> log)
{
    /// <summary>A token that is over sooner than this is renewed before the page is made.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    /// <summary>The issuer's time to answer, and the time that it is then left in peace: others wait behind the session's lock.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3), Rest = TimeSpan.FromSeconds(10);

    private long restsUntil;

    private OpenIdConnectOptions Oidc => options.Get(OpenIdConnectDefaults.AuthenticationScheme);

    /// <summary>Runs for each request that has a session.</summary>
    public async Task Validate(CookieValidatePrincipalContext context)
    {
        if (!IsOld(context.Properties) || context.Properties.Items.TryGetValue(Tickets.Key, out var key) == false || key is null) return;
        using var only = await store.Lock(key, context.HttpContext.RequestAborted);
        // Somebody may have renewed it while we waited.
        if (await tickets.RetrieveAsync(key) is { } now) context.Properties.StoreTokens(now.Properties.GetTokens());
        if (!IsOld(context.Properties)) return;
        // Not with the request's own token: a browser that goes away must not throw away the refresh token that the issuer has just given.
        using var patience = new CancellationTokenSource(Patience, clock);
        var rests = clock.GetUtcNow().Ticks < Volatile.Read(ref restsUntil);
        switch (rests ? null : await Refresh(context.Properties, patience.Token))
        {
            case true:
                await tickets.RenewAsync(key, new AuthenticationTicket(context.Principal!, context.Properties, CookieAuthenticationDefaults.AuthenticationScheme));
                break;
            case false:
                context.RejectPrincipal();
                await tickets.RemoveAsync(key);
                break;
            default:
                if (!rests) Volatile.Write(ref restsUntil, (clock.GetUtcNow() + Rest).Ticks);
                // A token that is over would be refused even for what everybody may read.
                if (IsOver(context.Properties)) context.HttpContext.Features.Set(new NotRenewable());
                break;
        }
    }

    /// <summary>Tells the issuer that the session's tokens are no longer wanted. An issuer that is away does not keep anybody signed in.</summary>
    public async Task Revoke(HttpContext context)
    {
        if (await context.GetTokenAsync("refresh_token") is not { } token) return;
        try
        {
            var issuer = await Oidc.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
            if (issuer.RevocationEndpoint is { Length: > 0 } address)
                (await Post(address, context.RequestAborted, ("token", token), ("token_type_hint", "refresh_token"))).Dispose();
        }
        catch (Exception fault) when (fault is HttpRequestException or InvalidOperationException or TaskCanceledException)
        {
            NotRevoked(log, fault.Message);
        }
    }

    private bool IsOld(AuthenticationProperties session) => EndsBefore(session, clock.GetUtcNow() + Ahead);

    private bool IsOver(AuthenticationProperties session) => EndsBefore(session, clock.GetUtcNow());

    private static bool EndsBefore(AuthenticationProperties session, DateTimeOffset time) =>
        DateTimeOffset.TryParse(session.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, out var until) && until <= time;

    /// <summary>True when renewed, false when the issuer says that the session is over, null when it does not answer.</summary>
    private async Task<bool?> Refresh(AuthenticationProperties session, CancellationToken stop)
    {
        if (session.GetTokenValue("refresh_token") is not { } token) return false;
        try
        {
            var issuer = await Oidc.ConfigurationManager!.GetConfigurationAsync(stop);
            using var answer = await Post(issuer.TokenEndpoint, stop, ("grant_type", "refresh_token"), ("refresh_token", token));
            if ((int)answer.StatusCode is 400 or 401) return false;
            if (!answer.IsSuccessStatusCode) return null;
            var renewed = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(stop)).RootElement;
            session.UpdateTokenValue("access_token", renewed.GetProperty("access_token").GetString()!);
            if (renewed.TryGetProperty("refresh_token", out var next)) session.UpdateTokenValue("refresh_token", next.GetString()!);
            var until = clock.GetUtcNow().AddSeconds(renewed.GetProperty("expires_in").GetInt32());
            session.UpdateTokenValue("expires_at", until.ToString("o", CultureInfo.InvariantCulture));
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or InvalidOperationException or OperationCanceledException)
        {
            NotRenewed(log, fault.Message);
            return null;
        }
    }

    private async Task<HttpResponseMessage> Post(string address, CancellationToken stop, params (string Name, string Value)[] fields)
    {
        var all = fields.Append(("client_id", Oidc.ClientId!));
        if (Oidc.ClientSecret is { } secret) all = all.Append(("client_secret", secret));
        using var form = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await Oidc.Backchannel.PostAsync(address, form, stop);
    }

    [LoggerMessage(1, LogLevel.Warning, "A session's token could not be renewed now: {Reason}")]
    private static partial void NotRenewed(ILogger log, string reason);

    [LoggerMessage(2, LogLevel.Warning, "A session's tokens could not be revoked: {Reason}")]
    private static partial void NotRevoked(ILogger log, string reason);
}

/// <summary>On a request whose session has an access token that is over, while the issuer does not answer: the page is made with what is public.</summary>
internal sealed class NotRenewable;
