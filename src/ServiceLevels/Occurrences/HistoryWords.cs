using System.Globalization;
using System.Text.Json;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;

namespace Pupitre.ServiceLevels.Occurrences;

/// <summary>Lines of the history that can stand on a due date or a case, in the reader's words.</summary>
internal static class HistoryWords
{
    public static string Text(string verb, string? detailJson) => verb switch
    {
        "EvidencePlaced" => Texts.History_ProofPlaced,
        "ProofWithdrawn" => Texts.History_ProofWithdrawn,
        "DelayAttributed" => Texts.History_DelayAttributed.With(Of(detailJson, "Reason")),
        "WordConfirmed" => Texts.History_WordConfirmed,
        "ConfirmationTakenBack" => Texts.History_ConfirmationTakenBack,
        // Lines of before said "requested" of what was only written, or downloaded.
        "ProofRequested" or "ProofRequestPrepared" => Texts.History_ProofRequestPrepared.With(Of(detailJson, "To")),
        "MailSentByHand" => Texts.History_ProofRequestSent.With(Of(detailJson, "To"), Day(Of(detailJson, "On"))),
        _ => verb,
    };

    private static string Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Moments.Short(day) : text;

    private static string Of(string? json, string member)
    {
        if (json is null)
        {
            return "";
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().FirstOrDefault(pair => string.Equals(pair.Name, member, StringComparison.OrdinalIgnoreCase)).Value is { ValueKind: JsonValueKind.String } value
            ? value.GetString()!
            : "";
    }
}
