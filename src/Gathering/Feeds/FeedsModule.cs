using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using NodaTime;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Feeds;

/// <summary>The calendar of a person in a company, read by their own calendar program at a secret address.</summary>
public sealed class FeedsModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    /// <summary>Purpose of the keys that open a calendar.</summary>
    public const string Purpose = "Calendar";

    private const string MediaType = "text/calendar; charset=utf-8";

    public override void Register(IServiceCollection services) => services.AddScoped<EnterByKey>().AddScoped<ReadCalendar>();

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapAnswer("/calendar/{secret}.ics", AnswerAsync);
        routes.MapStateChange("/{company}/calendar-feed/revocation", Permit.ReadSourcing,
            async (HoldAccessKey hold, Tenant tenant, CancellationToken token) =>
        {
            await hold.RevokeAsync(Purpose, token);
            return Results.LocalRedirect(tenant.Path("calendar-feed") + "?revoked=true");
        });
    }

    /// <summary>The address of a calendar, of which the secret is a part.</summary>
    public static string AddressOf(string program, string secret) => $"{program}/calendar/{secret}.ics";

    // Whoever asks with a secret that does not work learns nothing: neither that it did once, nor of whom.
    private static async Task<IResult> AnswerAsync(
        string secret, HttpContext http, UseAccessKey keys, EnterByKey enter, Tenant tenant, IClock clock, CancellationToken token)
    {
        if (await keys.FindAsync(Purpose, secret, token) is not { } key || !await enter.RunAsync(key, token))
        {
            throw new NotFound();
        }

        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var language = await http.RequestServices.GetRequiredService<AccountLanguage>().OfAsync(key.AccountId, token);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = AccountLanguage.CultureOf(language);
        var content = await http.RequestServices.GetRequiredService<ReadCalendar>()
            .RunAsync($"{http.Request.Scheme}://{http.Request.Host}", today, token);
        await keys.NoteAsync(key, today, token);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(content, MediaType, entityTag: new EntityTagHeaderValue($"\"{Sha256Hex.Of(content)}\""));
    }
}
