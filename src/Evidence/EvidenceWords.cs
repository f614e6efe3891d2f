using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Contents;

namespace Pupitre.Evidence;

/// <summary>Words of evidence in the reader's language.</summary>
public static class EvidenceWords
{
    public static string Of(SourceClass source) => source switch
    {
        SourceClass.Observed => Texts.Source_Observed,
        SourceClass.Receipt => Texts.Source_Receipt,
        SourceClass.Company => Texts.Source_Company,
        _ => Texts.Source_Provider,
    };

    public static string Of(string kind) => kind switch
    {
        RecognisedKind.Mail or RecognisedKind.OutlookMail => Texts.Kind_Mail,
        RecognisedKind.Pdf => Texts.Kind_Pdf,
        RecognisedKind.DsnCertificate => Texts.Kind_DsnCertificate,
        RecognisedKind.DsnDeposit => Texts.Kind_DsnDeposit,
        RecognisedKind.VatReceipt => Texts.Kind_VatReceipt,
        RecognisedKind.TaxReturnReceipt => Texts.Kind_TaxReturnReceipt,
        RecognisedKind.RegistryReceipt => Texts.Kind_RegistryReceipt,
        RecognisedKind.RegisteredLetter => Texts.Kind_RegisteredLetter,
        RecognisedKind.SepaTransfer => Texts.Kind_SepaTransfer,
        RecognisedKind.AccountingFile => Texts.Kind_AccountingFile,
        RecognisedKind.Table => Texts.Kind_Table,
        RecognisedKind.EventLog => Texts.Kind_EventLog,
        RecognisedKind.Archive => Texts.Kind_Archive,
        RecognisedKind.Image => Texts.Kind_Image,
        RecognisedKind.BankStatement => Texts.Kind_BankStatement,
        _ => Texts.Kind_Unknown,
    };

    public static string Of(ImportState state, bool isWithdrawn) => isWithdrawn ? Texts.Import_Withdrawn : state switch
    {
        ImportState.Running => Texts.Import_Running,
        ImportState.ToDecide => Texts.Import_ToDecide,
        ImportState.Done => Texts.Import_Done,
        ImportState.Failed => Texts.Import_Failed,
        _ => Texts.Import_Interrupted,
    };

    public static string When(Instant? at, DateOnly? on, Tenant tenant) => on is { } day ? Moments.Short(day) : at is { } moment ? Moments.Short(moment, tenant.Zone) : "";

    /// <summary>When the work was done, as far as it is known: an arrival only says by when.</summary>
    public static string When(ProofMoment moment, Tenant tenant) =>
        moment.IsUpperBound ? Texts.Moment_NoLaterThan.With(Moments.ShortUntil(moment.At!.Value, tenant.Zone)) : When(moment.At, moment.On, tenant);

    public static string Of(FileState state) => state switch
    {
        FileState.Proposed => Texts.Evidence_Proposed,
        FileState.Tray => Texts.Evidence_Tray,
        FileState.Table => Texts.Evidence_Tables,
        FileState.Placed => Texts.Evidence_Placed,
        FileState.Container => Texts.Evidence_Containers,
        _ => Texts.Evidence_Dismissed,
    };

    /// <summary>Where one file stands, in one word, whoever it is about.</summary>
    public static string StandingOf(EvidenceFile file) => file.State switch
    {
        FileState.Container when file.GoesWithItsMail => Texts.Standing_WithMail,
        FileState.Proposed => Texts.Evidence_Proposed,
        FileState.Tray => Texts.Evidence_Tray,
        FileState.Table => Texts.Standing_Table,
        FileState.Placed => Texts.Standing_Placed,
        FileState.Container => Texts.Standing_Container,
        _ => Texts.Standing_Dismissed,
    };

    /// <summary>Who attests when a file came, and for a mail which third party that is.</summary>
    public static string Of(SourceClass source, string kind) =>
        source == SourceClass.Receipt && kind is RecognisedKind.Mail or RecognisedKind.OutlookMail ? Texts.Source_MailServer : Of(source);

    public static Badge.BadgeTone ToneOf(FileState state) => state switch
    {
        FileState.Placed => Badge.BadgeTone.Met,
        FileState.Proposed or FileState.Tray or FileState.Table => Badge.BadgeTone.Risk,
        _ => Badge.BadgeTone.Soft,
    };

    /// <summary>How large a file is.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => Texts.Size_Bytes.With(bytes),
        < 1024 * 1024 => Texts.Size_Kilobytes.With(Math.Round(bytes / 1024m)),
        _ => Texts.Size_Megabytes.With(Math.Round(bytes / (1024m * 1024m), 1)),
    };

    public static IReadOnlyList<Choice> Classes() => [.. Enum.GetValues<SourceClass>().Reverse().Select(source => new Choice(source.ToString(), Of(source)))];
}
