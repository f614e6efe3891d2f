using Pupitre.Evidence;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Contents;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Intake.Tray;

/// <summary>
/// Why a file stands on no due date: seen from what was read of it and from the commitments of today, and put into words when it is read,
/// in the reader's language.
/// </summary>
/// <param name="Part">What the kind names: a company, a due date, a document.</param>
/// <param name="TemplateNumber">The ready commitment that would expect it, where none does.</param>
public sealed record WhyUnplaced(UnplacedKind Kind, string Part = "", int? TemplateNumber = null)
{
    /// <summary>Names under which a text is a text, and says nothing of what is looked for.</summary>
    private static readonly string[] _texts = [".txt", ".xml", ".json", ".md", ".docx", ".odt"];

    /// <summary>Names under which a file that is not what they say is damaged, cut short or named wrongly.</summary>
    private static readonly string[] _read = [".eml", ".mbox", ".pdf", ".csv", ".xlsx", ".xls", ".zip", ".xes", ".gz", ".msg", ".ofx"];

    /// <summary>The reasons, the deciding one first.</summary>
    /// <param name="withdrawn">Due dates that it was withdrawn from.</param>
    /// <param name="refused">Due dates for which it was refused.</param>
    /// <param name="parts">How many files came inside it.</param>
    public static IEnumerable<WhyUnplaced> Of(EvidenceFile file, IdentityAnswer identity, IReadOnlyList<string> withdrawn, IReadOnlyList<string> refused, CellChoices choices, int parts)
    {
        if (identity == IdentityAnswer.Other)
        {
            yield return new(UnplacedKind.OtherCompany, FileSubject.Words(file));
            yield break;
        }

        if (withdrawn.Count > 0 || refused.Count > 0)
        {
            yield return withdrawn.Count > 0 ? new(UnplacedKind.Withdrawn, string.Join(" · ", withdrawn)) : new(UnplacedKind.Refused, string.Join(" · ", refused));
            yield break;
        }

        if (file.State is not (FileState.Tray or FileState.Container))
        {
            yield break;
        }

        var what = WhatIsMissing(file, choices, parts);
        yield return what;
        if (what.Kind is UnplacedKind.SaysNothing && file.Period is null)
        {
            yield return new(UnplacedKind.NoMonth);
        }
    }

    /// <summary>In the reader's language.</summary>
    public override string ToString() => Kind switch
    {
        UnplacedKind.OtherCompany => Texts.Why_OtherCompany.With(Part),
        UnplacedKind.Withdrawn => Texts.Why_Withdrawn.With(Part),
        UnplacedKind.Refused => Texts.Why_Refused.With(Part),
        UnplacedKind.HoldsFiles => Texts.Why_HoldsFiles,
        UnplacedKind.WithItsMail => Texts.Why_WithItsMail,
        UnplacedKind.Empty => Texts.File_Empty,
        UnplacedKind.NotOpened => Part.Length == 0 ? Texts.Why_NotOpened : Part,
        UnplacedKind.NotAsNamed => Texts.Why_NotAsNamed.With(Part),
        UnplacedKind.UnknownType => Part.Length == 0 ? Texts.Why_UnknownType : Texts.Why_UnknownTypeNamed.With(Part),
        UnplacedKind.NoWords => Texts.Why_NoWords,
        UnplacedKind.IsPicture => Texts.Why_IsPicture,
        UnplacedKind.IsDeposit => Texts.Why_IsDeposit,
        UnplacedKind.IsAnswer => Texts.Why_IsAnswer,
        UnplacedKind.NobodyExpects => Part.Length == 0 ? Texts.Why_NobodyExpects : Texts.Why_NobodyExpectsNamed.With(Part),
        UnplacedKind.NoDate => Texts.Why_NoDate,
        UnplacedKind.NoDueDate => Texts.Why_NoDueDate.With(Part),
        UnplacedKind.NoMonth => Texts.Why_NoMonth,
        _ => Texts.Why_SaysNothing,
    };

    private static WhyUnplaced WhatIsMissing(EvidenceFile file, CellChoices choices, int parts)
    {
        var (wanted, isExpected) = Wanted(file, choices);
        return file switch
        {
            { SizeBytes: 0 } => new(UnplacedKind.Empty),
            { GoesWithItsMail: true } => new(UnplacedKind.WithItsMail),
            { Recognised: RecognisedKind.Archive } when parts == 0 => new(UnplacedKind.NotOpened, file.Note ?? ""),
            { Recognised: RecognisedKind.DsnDeposit } => new(UnplacedKind.IsDeposit),
            _ when wanted.Count > 0 && !isExpected => new(UnplacedKind.NobodyExpects, CommitmentTemplates.Find(wanted[0])?.Name.ToString() ?? "", wanted[0]),
            { Recognised: RecognisedKind.Mail } when DocumentWording.IsAnswer(Folded.Of(file.Subject)) => new(UnplacedKind.IsAnswer),
            _ when wanted.Count > 0 => HasNoDate(file) ? new(UnplacedKind.NoDate) : new(UnplacedKind.NoDueDate, file.Period is { } month ? Moments.Month(month) : Moments.Short(DayOf(file))),
            { State: FileState.Container } or { Recognised: RecognisedKind.Archive } => new(UnplacedKind.HoldsFiles),
            { Recognised: RecognisedKind.SepaTransfer } => new(UnplacedKind.NobodyExpects, EvidenceWords.Of(file.Recognised)),
            { Recognised: RecognisedKind.Image } => new(UnplacedKind.IsPicture),
            { Recognised: RecognisedKind.Pdf, Excerpt.Length: 0 } => new(UnplacedKind.NoWords),
            { Recognised: RecognisedKind.Unknown } when Array.Exists(_texts, extension => file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) => new(UnplacedKind.SaysNothing),
            { Recognised: RecognisedKind.Unknown } when Array.Exists(_read, extension => file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) => new(UnplacedKind.NotAsNamed, Path.GetExtension(file.Name)),
            { Recognised: RecognisedKind.Unknown } => new(UnplacedKind.UnknownType, Path.GetExtension(file.Name)),
            _ => new(UnplacedKind.SaysNothing),
        };
    }

    // As a drop looks at it: what the paper is, else what its title speaks of.
    private static (IReadOnlyList<int> Wanted, bool IsExpected) Wanted(EvidenceFile file, CellChoices choices)
    {
        var title = Folded.Of(file.Recognised == RecognisedKind.Mail ? file.Subject : file.Name + " " + file.Subject);
        var wanted = DocumentWording.TemplatesOfKind(file.Recognised) ?? DocumentWording.TemplatesOf(title);
        return (wanted, choices.Known.Any(row => !row.IsArchived && row.TemplateNumber is { } number && wanted.Contains(number)));
    }

    private static DateOnly DayOf(EvidenceFile file) => file.ReceiptOn ?? (file.ReceiptAt ?? file.StatedAt ?? file.ReceivedAt).InUtc().Date.ToDateOnly();

    private static bool HasNoDate(EvidenceFile file) => file is { Period: null, ReceiptAt: null, ReceiptOn: null, StatedAt: null };
}

/// <summary>What keeps a file from standing on a due date.</summary>
public enum UnplacedKind
{
    /// <summary>It is about another company.</summary>
    OtherCompany,

    /// <summary>Somebody took it off its due date.</summary>
    Withdrawn,

    /// <summary>Somebody refused what was proposed.</summary>
    Refused,

    /// <summary>What counts lies in it.</summary>
    HoldsFiles,

    /// <summary>The mail that it came in proves for it.</summary>
    WithItsMail,

    /// <summary>Nothing is in it.</summary>
    Empty,

    /// <summary>An archive of which nothing was taken out.</summary>
    NotOpened,

    /// <summary>Its name says a kind of file that its content is not.</summary>
    NotAsNamed,

    /// <summary>No kind of file that is read.</summary>
    UnknownType,

    /// <summary>A paper without a text: a scan.</summary>
    NoWords,

    IsPicture,

    /// <summary>A deposit says that something was sent, not that it was accepted.</summary>
    IsDeposit,

    /// <summary>An answer is not the thing that it answers.</summary>
    IsAnswer,

    /// <summary>Known for what it is; no commitment asks for it.</summary>
    NobodyExpects,

    NoDate,

    /// <summary>The commitment has no due date then.</summary>
    NoDueDate,

    /// <summary>Neither name, subject nor first words say what it is.</summary>
    SaysNothing,

    NoMonth,
}
