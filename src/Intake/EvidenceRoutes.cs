using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Intake.Tray;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Access;
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


    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapUpload("/{company}/evidence/files", Permit.AddEvidence, DropAsync);
        PlacingRoutes.Map(routes);
    }

    private static Task<IResult> DropAsync(HttpContext context, IAntiforgery antiforgery, ReceiveFile receive, PartialFiles partial,
        IEnumerable<IOpenDropped> openers, LeadToDropped lead, CancellationToken token) => StreamedDrop.AnswerAsync(context, async reader =>
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            var received = new List<ReceivedFile>();
            await StreamedDrop.ReadAsync(
                reader, context, antiforgery, fields, file => TakeAsync(file, fields, received, receive, partial, token), token);
            string? opened = null;
            foreach (var opener in openers)
            {
                opened ??= await opener.OpenAsync(new Dropped(received, fields, PlaceOf(fields) is not null), token);
            }

            return received.Count == 0
                ? throw new Refused(Texts.Drop_NoFiles)
                : Results.Redirect(opened ?? lead.Path(received, PlaceOf(fields)));
        }, token);

    private static async Task TakeAsync(StreamedFile file, Dictionary<string, string> fields, List<ReceivedFile> received,
        ReceiveFile receive, PartialFiles partial, CancellationToken token)
    {
        if (received.Count >= MaxFiles)
        {
            return;
        }

        var arrived = file.Field == ArrivedField ? await ArrivedAsync(file, token) : (Guid?)null;
        await using var content = arrived is { } id ? partial.OpenRead(id) : file.Body;
        var isKept = !PostedChoice.Is(fields.GetValueOrDefault("proofOnly"), "1", "proofOnly", "");
        received.Add(await receive.RunAsync(
            content, file.Name, arrived is null ? file.MediaType : null, isKept, PlaceOf(fields), token));
        if (arrived is { } taken)
        {
            partial.Remove(taken);
        }
    }

    private static async Task<Guid> ArrivedAsync(StreamedFile file, CancellationToken token) =>
        Guid.TryParse(await StreamedDrop.TextAsync(file.Body, token), out var id) ? id : throw new NotFound();

    private static DroppedOn? PlaceOf(Dictionary<string, string> fields) =>
        Guid.TryParse(fields.GetValueOrDefault("commitment"), out var commitment) && fields.GetValueOrDefault("occurrence") is { Length: > 0 and <= OccurrenceProof.MaxKeyLength } key
            ? new DroppedOn(commitment, key, DayOf(fields.GetValueOrDefault("on")))
            : null;

    /// <summary>The day that a person states in a form, or null when they state none.</summary>
    public static DateOnly? DayOf(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day
        : throw new Refused(Texts.Day_Unreadable.With(text), "on");
}
