using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>What a person answered about an accounting file: accepted, or sent back with questions. The letter is kept as it was written.</summary>
public sealed class AccountingFileAnswer : ICompanyOwned
{
    public const string Kind = "accounting-file-answer";

    public const int MaxSubjectLength = 200;
    public const int MaxBodyLength = 30_000;
    public const int MaxAddressLength = 256;

    private AccountingFileAnswer()
    {
    }

    /// <summary>Made by the page that shows the form: a form posted twice carries the same key, and leaves one row.</summary>
    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public Guid AccountingFileId { get; private init; }

    /// <summary>The check that it stands on.</summary>
    public Guid CheckId { get; private init; }

    public bool IsAcceptance { get; private init; }

    /// <summary>Address that the letter is for; null when none was given.</summary>
    public string? To { get; private init; }

    /// <summary>The mail in the outbox, which says whether it left; null for an answer without an address, or of before.</summary>
    public Guid? MailId { get; private set; }

    public string Subject { get; private init; } = "";

    public string Body { get; private init; } = "";

    public Instant MadeAt { get; private init; }

    public Guid? MadeBy { get; private init; }

    internal static AccountingFileAnswer Create(AnswerInput input, Guid fileId, Guid checkId, Instant now, Guid? by) => new()
    {
        Id = input.Id,
        AccountingFileId = fileId,
        CheckId = checkId,
        IsAcceptance = input.IsAcceptance,
        To = string.IsNullOrWhiteSpace(input.To) ? null : input.To.Trim(),
        Subject = input.Subject!.Trim(),
        Body = input.Body!.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
        MadeAt = now,
        MadeBy = by,
    };

    internal void LeaveWith(Guid mailId) => MailId = mailId;
}
