using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Contents;

namespace Pupitre.Evidence.Files;

/// <summary>A file that was dropped: what it was recognised as, what it says about itself, and where it was put.</summary>
public sealed class EvidenceFile : ICompanyOwned, IVersioned
{
    public const string Kind = "evidence-file";

    public const int MaxNameLength = SafeName.MaxLength;
    public const int MaxWordLength = 300;
    public const int MaxExcerptLength = 2000;
    public const int MaxNoteLength = 1000;
    public const int MaxNumberLength = 14;
    public const int MaxPartyLength = 120;

    private EvidenceFile()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public string Name { get; private init; } = "";

    /// <summary>SHA-256 of the content, kept or not.</summary>
    public string Hash { get; private init; } = "";

    public long SizeBytes { get; private init; }

    /// <summary>False when the proof was kept without its content.</summary>
    public bool ContentKept { get; private set; }

    /// <summary>When Pupitre received it (observed).</summary>
    public Instant ReceivedAt { get; private init; }

    public Guid? DroppedBy { get; private init; }

    /// <summary>The mail or archive that it was in.</summary>
    public Guid? ParentId { get; private init; }

    public FileState State { get; private set; }

    public string Recognised { get; private set; } = RecognisedKind.Unknown;

    /// <summary>Who sent it, as it says: address of a mail, organisation of a certificate.</summary>
    public string? Sender { get; private set; }

    /// <summary>Subject of a mail, title of a document.</summary>
    public string? Subject { get; private set; }

    /// <summary>Instant written by the sender; only the sender's word.</summary>
    public Instant? StatedAt { get; private set; }

    /// <summary>Instant given by a third party: the company's own mail server, a tax office.</summary>
    public Instant? ReceiptAt { get; private set; }

    /// <summary>Day given by a third party who gives no hour.</summary>
    public DateOnly? ReceiptOn { get; private set; }

    /// <summary>Reference written in it: number of a filing, of a registered letter.</summary>
    public string? Reference { get; private set; }

    /// <summary>Month that it is about, as its first day.</summary>
    public DateOnly? Period { get; private set; }

    /// <summary>SIREN or SIRET of the company that it is about, as it says; null when none could be read.</summary>
    public string? SubjectNumber { get; private set; }

    /// <summary>Name of the company that it is about, as it says; null when none could be read.</summary>
    public string? SubjectName { get; private set; }

    /// <summary>Where its subject was read; null when none could be.</summary>
    public IdentityPlace? SubjectFrom { get; private set; }

    /// <summary>SIREN or SIRET of who declared, sent or sold, as it says.</summary>
    public string? ProviderNumber { get; private set; }

    /// <summary>Name of who declared, sent or sold, as it says.</summary>
    public string? ProviderName { get; private set; }

    /// <summary>Who attests what it proves.</summary>
    public SourceClass AttestedBy { get; private set; }

    /// <summary>First words, which placement rules look into.</summary>
    public string Excerpt { get; private set; } = "";

    /// <summary>What a person should know: no text inside, forged date, password.</summary>
    public string? Note { get; private set; }

    /// <summary>What the sender wrote, unless it lies after the reception: nobody sends from the future.</summary>
    public Instant? StatedInTime => StatedAt < ReceivedAt ? StatedAt : null;

    /// <summary>How a table of dates was read, as JSON: which column fills which commitment, each reading after the other; null before anybody said.</summary>
    public string? Reading { get; private set; }

    /// <summary>A tracking sheet or a statement of the bank that was kept: each line of it may fill a due date.</summary>
    public bool IsReadAsLines => ContentKept && (Recognised == RecognisedKind.BankStatement || Reading is not null);

    /// <summary>The file's own moment that counts: the third party's, else the reception.</summary>
    public Instant CountsFrom => ReceiptAt ?? ReceivedAt;

    /// <summary>Shares its key with the stored file that it came as, so that its content can be told from the same content received elsewhere.</summary>
    public static EvidenceFile Receive(StoredFile stored, string name, bool contentKept, Instant now, Guid? by, Guid? parentId) => new()
    {
        Id = stored.Id,
        Name = name,
        Hash = stored.Hash,
        SizeBytes = stored.Size,
        ContentKept = contentKept,
        ReceivedAt = now,
        DroppedBy = by,
        ParentId = parentId,
        State = FileState.Tray,
        AttestedBy = SourceClass.Observed,
    };

    public void MoveTo(FileState state) => State = state;

    /// <summary>A mail is about the company that its attachment names.</summary>
    public void TakeSubject(EvidenceFile inner) => (SubjectNumber, SubjectName, SubjectFrom) = (inner.SubjectNumber, inner.SubjectName, inner.SubjectFrom);

    /// <summary>Where it stands once what it proved was taken back.</summary>
    /// <summary>It came in a mail that proves for it: itself it holds nothing.</summary>
    public bool GoesWithItsMail => State == FileState.Container && ParentId is not null && Recognised is not (RecognisedKind.Mail or RecognisedKind.OutlookMail or RecognisedKind.Archive);

    public FileState StateOnceFree(bool hasProposals) => hasProposals ? FileState.Proposed
        : Recognised is RecognisedKind.Table or RecognisedKind.EventLog or RecognisedKind.BankStatement ? FileState.Table
        : FileState.Tray;

    public void Recognise(Finding finding, SourceClass attestedBy, FileState state)
    {
        Recognised = finding.Kind;
        Sender = finding.Sender.Cut(MaxWordLength);
        Subject = finding.Subject.Cut(MaxWordLength);
        StatedAt = finding.StatedAt;
        ReceiptAt = finding.ReceiptAt;
        ReceiptOn = finding.ReceiptOn;
        Reference = finding.Reference.Cut(MaxWordLength);
        Period = finding.Period;
        SubjectNumber = (finding.SubjectIdentity?.Number).Cut(MaxNumberLength);
        SubjectName = (finding.SubjectIdentity?.Name).Cut(MaxPartyLength);
        SubjectFrom = finding.SubjectIdentity?.From;
        ProviderNumber = (finding.ProviderIdentity?.Number).Cut(MaxNumberLength);
        ProviderName = (finding.ProviderIdentity?.Name).Cut(MaxPartyLength);
        AttestedBy = attestedBy;
        Excerpt = Folded.Of(finding.Text).Cut(MaxExcerptLength);
        Note = finding.Note.Cut(MaxNoteLength);
        State = state;
    }

    /// <summary>Adds what a person should know once the rows are read.</summary>
    public void Remark(string? note) => Note = Notes.Joined(Note, note).Cut(MaxNoteLength);

    public void KeepReading(string json) => Reading = json;

    public void ForgetContent() => ContentKept = false;
}

/// <summary>Where a dropped file stands.</summary>
public enum FileState
{
    /// <summary>Cells were proposed; somebody has to accept or correct.</summary>
    Proposed,

    /// <summary>It proves at least one occurrence.</summary>
    Placed,

    /// <summary>Nothing was recognised: à ranger.</summary>
    Tray,

    /// <summary>A table, which the wizard reads.</summary>
    Table,

    /// <summary>Only holds other files: a mail with attachments, an archive.</summary>
    Container,

    /// <summary>Put aside by a person.</summary>
    Dismissed,
}
