using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Answers;

/// <summary>
/// Answers with the page as it was written to the same reader a moment ago, when it would be written the same again: see
/// <see cref="KeptPageAttribute"/>. Who asks, and whether they may, has been asked before.
/// </summary>
internal sealed class KeptPages(RequestDelegate next)
{
    private const int MaxBytes = 16_000_000;
    private static readonly byte[] _once = Encoding.ASCII.GetBytes($"\"{PostOnce.FieldName}\"");

    private readonly RecentlyUsed<Written> _pages = new(MaxBytes);
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _added = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context, Tenant tenant, KindHeads heads, IClock clock)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !tenant.IsEntered || context.GetEndpoint()?.Metadata.GetMetadata<KeptPageAttribute>() is not { } page)
        {
            await next(context);
            return;
        }

        var added = _added.GetOrAdd(page.Of, static (of, services) => [.. services.GetServices<IListColumn>().Where(column => column.Of == of).SelectMany(column => column.Kinds)], context.RequestServices);
        var key = KeyOf(context.Request, tenant, clock.GetCurrentInstant(), await heads.KeyOfAsync([.. page.Kinds, .. added], context.RequestAborted));
        if (_pages.Find(key) is { } known)
        {
            await AnswerAsync(context.Response, known);
            return;
        }

        await WriteAsync(context, key);
    }

    private async Task WriteAsync(HttpContext context, string key)
    {
        var (response, body) = (context.Response, context.Response.Body);
        using var copy = new MemoryStream();
        response.Body = copy;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (copy.Length == 0)
        {
            return;
        }

        var written = new Written([.. response.Headers], copy.ToArray());
        if (IsTheSameAgain(response, written.Body))
        {
            _pages.Keep(key, written, written.Body.Length);
        }

        await AnswerAsync(response, written);
    }

    // A cookie is given once, and a form that does its work once has a key of its own each time.
    private static bool IsTheSameAgain(HttpResponse response, byte[] body) =>
        response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0 && body.AsSpan().IndexOf(_once) < 0;

    private static async Task AnswerAsync(HttpResponse response, Written page)
    {
        foreach (var (name, value) in page.Headers)
        {
            response.Headers[name] = value;
        }

        response.ContentLength = page.Body.Length;
        await response.Body.WriteAsync(page.Body, response.HttpContext.RequestAborted);
    }

    // The cookies say the session, the language, light or dark, and which token its forms bear; the frame names person and company.
    private static string KeyOf(HttpRequest request, Tenant tenant, Instant now, string heads)
    {
        var company = tenant.Company;
        var permits = Enum.GetValues<Permit>().Where(tenant.Allows).Aggregate(0L, (all, permit) => all | (1L << (int)permit));
        string?[] parts =
        [
            request.Scheme, request.Host.Value, request.Path.Value, request.QueryString.Value, request.Headers.Cookie, CultureInfo.CurrentUICulture.Name, heads,
            company.Id.ToString(), company.Name, company.TimeZone, company.HolidayZone, tenant.AccountId?.ToString(), tenant.Scope?.ToString(), tenant.PersonName, tenant.HasOthers ? "others" : "",
            permits.ToString(CultureInfo.InvariantCulture), (now.ToUnixTimeSeconds() / NodaConstants.SecondsPerMinute).ToString(CultureInfo.InvariantCulture),
        ];
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    private sealed record Written(KeyValuePair<string, StringValues>[] Headers, byte[] Body);
}
