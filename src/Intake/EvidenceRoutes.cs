using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Intake.Tray;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Files;
using Pupitre.Platform.Forms;

namespace Pupitre.Intake;

/// <summary>Where files are dropped, and what is done with them.</summary>
internal static class EvidenceRoutes
{
    /// <summary>Files of one drop.</summary>
    public const int MaxFiles = 500;

    /// <summary>A file that came before in pieces (<see cref="ArrivingRoutes"/>): the section holds its key, and its name as any file's.</summary>
    private const string ArrivedField = "arrived";

    private const int MaxFieldBytes = 4_000;
    private const int DropBytes = 1 << 17;
    private const long MaxDroppedBytes = 4 * FileStore.MaxBytes;
    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapUpload("/{company}/evidence/files", Permit.AddEvidence, DropAsync);
        PlacingRoutes.Map(routes);
    }

    // Streamed: the token stands before the files, so that nothing is stored for a stranger, and the size has no limit but the store's.
    private static async Task<IResult> DropAsync(HttpContext context, IAntiforgery antiforgery, ReceiveFile receive, PartialFiles partial, IEnumerable<IOpenDropped> openers, LeadToDropped lead, CancellationToken token)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        try
        {
            return await TakeAsync(new MultipartReader(boundary, context.Request.Body), context, antiforgery, receive, partial, openers, lead, token);
        }
        catch (Exception broken) when (broken is BadHttpRequestException or InvalidDataException || (broken.GetType() == typeof(IOException) && !DiskFull.Is(broken)))
        {
            // Whoever was sending stopped, lost the line, or writes no drop at all: the store has removed what had come.
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (Exception refusal) when (refusal is Refused or NotFound or AntiforgeryValidationException)
        {
            // A browser that is still sending reads no answer: what is left is let in and dropped.
            await DropRestAsync(context.Request.Body, token);
            throw;
        }
    }

    private static async Task DropRestAsync(Stream body, CancellationToken token)
    {
        var buffer = new byte[DropBytes];
        for (long dropped = 0; dropped < MaxDroppedBytes && await body.ReadAsync(buffer, token) is > 0 and var read;)
        {
            dropped += read;
        }
    }

    private static async Task<IResult> TakeAsync(MultipartReader reader, HttpContext context, IAntiforgery antiforgery, ReceiveFile receive, PartialFiles partial, IEnumerable<IOpenDropped> openers, LeadToDropped lead, CancellationToken token)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var received = new List<ReceivedFile>();
        while (await reader.ReadNextSectionAsync(token) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (disposition.FileName.HasValue || disposition.FileNameStar.HasValue)
            {
                await CheckAsync(context, antiforgery, fields);
                var fileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
                if (fileName.Length > 0 && received.Count < MaxFiles)
                {
                    var arrived = name == ArrivedField ? await ArrivedAsync(section, token) : (Guid?)null;
                    await using var content = arrived is { } id ? partial.OpenRead(id) : section.Body;
                    received.Add(await receive.RunAsync(content, fileName, arrived is null ? section.ContentType : null, !PostedChoice.Is(fields.GetValueOrDefault("proofOnly"), "1", "proofOnly", ""), PlaceOf(fields), token));
                    if (arrived is { } taken)
                    {
                        partial.Remove(taken);
                    }
                }
            }
            else
            {
                fields[name] = await FieldAsync(section, token);
            }
        }

        if (received.Count == 0)
        {
            await CheckAsync(context, antiforgery, fields);
        }

        string? opened = null;
        foreach (var opener in openers)
        {
            opened ??= await opener.OpenAsync(new Dropped(received, fields, PlaceOf(fields) is not null), token);
        }

        return received.Count == 0
            ? throw new Refused(Texts.Drop_NoFiles)
            : Results.Redirect(opened ?? lead.Path(received, PlaceOf(fields)));
    }

    private static async Task CheckAsync(HttpContext context, IAntiforgery antiforgery, Dictionary<string, string> fields)
    {
        context.Request.Headers[TokenHeader] = fields.GetValueOrDefault(TokenField, "-");
        await antiforgery.ValidateRequestAsync(context);
    }

    private static async Task<string> FieldAsync(MultipartSection section, CancellationToken token)
    {
        using var reader = new StreamReader(section.Body);
        var buffer = new char[MaxFieldBytes];
        var length = await reader.ReadBlockAsync(buffer.AsMemory(), token);
        return new string(buffer, 0, length);
    }

    private static async Task<Guid> ArrivedAsync(MultipartSection section, CancellationToken token) =>
        Guid.TryParse(await FieldAsync(section, token), out var id) ? id : throw new NotFound();

    private static DroppedOn? PlaceOf(Dictionary<string, string> fields) =>
        Guid.TryParse(fields.GetValueOrDefault("commitment"), out var commitment) && fields.GetValueOrDefault("occurrence") is { Length: > 0 and <= OccurrenceProof.MaxKeyLength } key
            ? new DroppedOn(commitment, key, DayOf(fields.GetValueOrDefault("on")))
            : null;

    /// <summary>The day that a person states in a form, or null when they state none.</summary>
    public static DateOnly? DayOf(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day
        : throw new Refused(Texts.Day_Unreadable.With(text), "on");
}
