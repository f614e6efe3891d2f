using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>
/// A place that gives tokens, as RFC 8628 and RFC 6749 say, and tells a mail server whether one is good: each refresh token works once, as
/// at those that rotate them.
/// </summary>
public sealed class TokenServer : IAsyncLifetime
{
    public const string ClientId = "pupitre-essai";

    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, string> _refresh = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _access = new(StringComparer.Ordinal);
    private int _given;

    public TokenServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/device", () => Results.Json(new
        {
            device_code = "appareil",
            user_code = "ABCD-EFGH",
            verification_uri = _server.Urls.First() + "/code",
            expires_in = 900,
            interval = 5,
        }));
        _server.MapPost("/token", TokenAsync);
        _server.MapPost("/introspect", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return Results.Json(new { active = _access.ContainsKey(form["token"].ToString()), username = User });
        });
    }

    /// <summary>Whose tokens it gives.</summary>
    public string User { get; set; } = "";

    /// <summary>Whether somebody has entered the code.</summary>
    public bool IsEntered { get; set; }

    /// <summary>How long a token works.</summary>
    public int Seconds { get; set; } = 3_600;

    public int Given => _given;

    public string At(string path) => _server.Urls.First() + path;

    public async ValueTask InitializeAsync() => await _server.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var isDevice = form["grant_type"].ToString().EndsWith("device_code", StringComparison.Ordinal);
        if (form["client_id"] != ClientId
            || (isDevice ? form["device_code"] != "appareil" : !_refresh.TryRemove(form["refresh_token"].ToString(), out _)))
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        if (isDevice && !IsEntered)
        {
            return Results.Json(new { error = "authorization_pending" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var number = Interlocked.Increment(ref _given);
        var (access, refresh) = ($"jeton{number}", Convert.ToHexString(Encoding.ASCII.GetBytes($"renouveler{number}")));
        _access.Clear();
        _access[access] = true;
        _refresh[refresh] = access;
        return Results.Json(new { access_token = access, refresh_token = refresh, expires_in = Seconds, token_type = "Bearer" });
    }
}
