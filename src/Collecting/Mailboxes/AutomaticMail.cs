namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Whether a program wrote a message (RFC 3834). What a program answers, an absence or a failed delivery, says nothing and stays in the
/// mailbox; what a program reports, a receipt of an office, is evidence; neither is ever an answer.
/// </summary>
/// <remarks>Pure.</remarks>
public static class AutomaticMail
{
    /// <summary>Headers that say so.</summary>
    public static readonly IReadOnlyList<string> Headers =
        ["Auto-Submitted", "Precedence", "X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "List-Id", "List-Unsubscribe",
            "Return-Path"];

    /// <summary>A program answered.</summary>
    public static bool IsReply(SeenMessage message) =>
        Starts(message, "Auto-Submitted", "auto-replied") || Starts(message, "Precedence", "auto_reply")
        || message.Mark("X-Autoreply").Length > 0 || message.Mark("X-Autorespond").Length > 0 || message.Mark("Return-Path").Trim() == "<>";

    /// <summary>No person wrote it to us alone: never an answer.</summary>
    public static bool Is(SeenMessage message) => IsReply(message)
        || (message.Mark("Auto-Submitted") is { Length: > 0 } auto && !auto.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || Starts(message, "Precedence", "bulk") || Starts(message, "Precedence", "list") || Starts(message, "Precedence", "junk")
        || message.Mark("X-Auto-Response-Suppress").Trim() is { Length: > 0 } suppressed
            && !suppressed.Equals("None", StringComparison.OrdinalIgnoreCase)
        || message.Mark("List-Id").Length > 0 || message.Mark("List-Unsubscribe").Length > 0;

    private static bool Starts(SeenMessage message, string header, string word) =>
        message.Mark(header).Trim().StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
