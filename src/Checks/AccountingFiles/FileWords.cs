using System.Globalization;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Words;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>What is said of an accounting file, in the reader's language.</summary>
internal static class FileWords
{
    /// <summary>What an answer is: sent back only once it was sent.</summary>
    public static string Title(AccountingFileAnswer answer, OutgoingMail? mail, bool hasServer) => answer.IsAcceptance ? Texts.Books_Accepted
        : mail?.StateWith(hasServer) is MailState.Sent or MailState.SentByHand ? Texts.Books_SentBack : Texts.Books_QuestionsReady;

    /// <summary>"Fichier comptable de l'exercice clos le 31/12/2026", else its name.</summary>
    public static string Title(AccountingFile file) => file.Closing is { } closing ? Texts.Books_Title.With(Moments.Short(closing)) : file.Name;

    public static string Of(AccountingFileState state) => state switch
    {
        AccountingFileState.Checking => Texts.Books_Checking,
        AccountingFileState.Checked => Texts.Books_Checked,
        AccountingFileState.Unreadable => Texts.Books_Unreadable,
        AccountingFileState.Accepted => Texts.Books_Accepted,
        _ => Texts.Books_Questioned,
    };

    public static string Of(OfficialVerdict verdict) => verdict switch
    {
        OfficialVerdict.Conforming => Texts.Books_Conforming,
        OfficialVerdict.NonConforming => Texts.Books_NonConforming,
        _ => Texts.Books_Refused,
    };

    public static string Short(OfficialVerdict verdict) => verdict switch
    {
        OfficialVerdict.Conforming => Texts.Books_ConformingShort,
        OfficialVerdict.NonConforming => Texts.Books_NonConformingShort,
        _ => Texts.Books_RefusedShort,
    };

    public static string Of(ControlSeverity severity) => severity switch
    {
        ControlSeverity.Blocking => Texts.Books_Blocking,
        ControlSeverity.Major => Texts.Books_Major,
        ControlSeverity.Minor => Texts.Books_Minor,
        _ => Texts.Books_Info,
    };

    public static string Of(OfficialClass found) => found switch
    {
        OfficialClass.E => Texts.Books_ClassE,
        OfficialClass.O => Texts.Books_ClassO,
        OfficialClass.V => Texts.Books_ClassV,
        OfficialClass.A => Texts.Books_ClassA,
        OfficialClass.S => Texts.Books_ClassS,
        _ => Texts.Books_ClassI,
    };

    /// <summary>The verdict, what is to be asked about and how far the bank is entered: the page's answer.</summary>
    public static string Answer(CheckedFile found) => (found.File.State, found.Report) switch
    {
        (AccountingFileState.Unreadable, _) => Texts.Books_AnswerUnreadable,
        (_, null) => Texts.Books_AnswerChecking,
        (_, { } report) => string.Join(' ', Sentences(report, found.Check!)),
    };

    /// <summary>What the controls lack when the file broke off: no figure of a part is given for one of the whole.</summary>
    private const string WholeFile = "WholeFile";

    /// <summary>Whether there is anything to say of the books: a file that is refused, or that holds no line, is judged by its structure alone.</summary>
    public static bool HasBooks(FecReport report) => report.Official.Verdict != OfficialVerdict.Refused && report.Summary.Lines > 0;

    /// <summary>"points bloquants : 2, majeurs : 1, mineurs : 4", or that there is nothing to ask.</summary>
    public static string Counts(AccountingFileCheck check) => check.Blocking + check.Major + check.Minor == 0 ? Texts.Books_NothingToAsk : Texts.Books_Counts.With(check.Blocking, check.Major, check.Minor);

    /// <summary>"1 bloquant, 2 importants, 6 à demander": what is not zero.</summary>
    public static string Short(int blocking, int major, int minor)
    {
        var parts = new[] { (blocking, Texts.Books_BlockingCount), (major, Texts.Books_MajorCount), (minor, Texts.Books_MinorCount) }.Where(part => part.Item1 > 0).Select(part => part.Item2.With(part.Item1)).ToList();
        return parts.Count == 0 ? Texts.Books_NothingShort : string.Join(", ", parts);
    }

    /// <summary>Journal and number of an entry; the number alone where it bears the journal already.</summary>
    public static string Entry(string journal, string number) => number.StartsWith(journal, StringComparison.Ordinal) ? number : journal + " " + number;

    /// <summary>Name of a customer or supplier, by its auxiliary account; the account where the file has no name for it.</summary>
    public static string Party(FecReport report, string auxiliary) => report.Books.ThirdParties.FirstOrDefault(party => party.Auxiliary == auxiliary) is { Name.Length: > 0 } known ? known.Name : auxiliary;

    /// <summary>1 234,50 €, with the sign of the reader's country at its place.</summary>
    public static string Euros(decimal amount) => amount.ToString("C", Euro);

    /// <summary>In a column of many, whose head says the unit: nothing where there is nothing.</summary>
    public static string AmountOrNone(decimal amount) => amount == 0 ? "" : Amount(amount);

    public static string Amount(decimal amount) => amount.ToString("N2", Euro);

    /// <summary>"Débit, €": the head of a column of amounts.</summary>
    public static string InEuros(string head) => Texts.Books_InEuros.With(head);

    /// <summary>"1 234,50 € débiteur", as books say it; a balance of nothing has no side.</summary>
    public static string Balance(decimal amount) => amount switch
    {
        0 => Euros(0),
        > 0 => Texts.Books_BalanceDebit.With(Euros(amount)),
        _ => Texts.Books_BalanceCredit.With(Euros(-amount)),
    };

    /// <summary>Last bank entry of the file, or null when there is none.</summary>
    public static DateOnly? LastBankEntry(FecReport report) => report.Books.LastBankEntry;

    private static NumberFormatInfo Euro
    {
        get
        {
            var format = (NumberFormatInfo)CultureInfo.CurrentCulture.NumberFormat.Clone();
            format.CurrencySymbol = "€";
            format.NegativeSign = "−";
            return format;
        }
    }

    private static IEnumerable<string> Sentences(FecReport report, AccountingFileCheck check)
    {
        yield return Of(report.Official.Verdict);
        if (report.Official.Verdict == OfficialVerdict.Refused)
        {
            yield break;
        }

        if (!HasBooks(report))
        {
            yield return report.NotRun.Any(control => control.Missing == WholeFile) ? Texts.Books_NotWhole : Texts.Books_NoLineAtAll;
            yield break;
        }

        yield return Counts(check);
        if (LastBankEntry(report) is { } bank)
        {
            yield return Texts.Books_BankUpTo.With(Moments.Short(bank));
        }
    }
}
