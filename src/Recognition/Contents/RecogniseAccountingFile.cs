using System.Text.RegularExpressions;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Bank;

namespace Pupitre.Recognition.Contents;

/// <summary>The accounting file, as text or as XML.</summary>
internal sealed partial class RecogniseAccountingFile : IRecognise
{
    private const int MatchTimeoutMs = 10_000;

    public int Order => 100;

    public Finding? Run(SeenFile file) => file switch
    {
        { Root.Name: "comptabilite" } => AccountingFile(file),
        { Signature: FileSignature.Text } when !BankFile.IsOfx(file.Head) && IsAccountingFile(file.Head, file.Name) => AccountingFile(file),
        _ => null,
    };

    private static Finding AccountingFile(SeenFile file) => new()
    {
        Kind = RecognisedKind.AccountingFile,
        Subject = file.Name,
        Period = AccountingPeriod(file),
        Templates = [ReadyCommitments.AccountingFileDelivered],
        SubjectIdentity = FecName.Parse(file.Name)?.Siren is { } siren ? new ReadIdentity(siren, null, IdentityPlace.FileName) : null,
    };

    // By its header, whatever the order of the columns; else by its name, so that a header which the tax office would refuse is opened and said.
    private static bool IsAccountingFile(ReadOnlySpan<byte> head, string name)
    {
        var end = head.IndexOfAny((byte)'\r', (byte)'\n');
        var header = System.Text.Encoding.Latin1.GetString(end < 0 ? head : head[..end]);
        return (header.Contains("EcritureNum", StringComparison.OrdinalIgnoreCase) && header.Contains("CompteNum", StringComparison.OrdinalIgnoreCase))
            || header.Contains("JournalCode", StringComparison.OrdinalIgnoreCase)
            || FecName.Parse(name)?.Siren is not null;
    }

    // SIREN, FEC, closing date: the name that the law gives to the accounting file.
    private static DateOnly? AccountingPeriod(SeenFile file)
    {
        var match = AccountingName().Match(file.Name);
        return match.Success && DateOnly.TryParseExact(match.Groups["date"].Value, "yyyyMMdd", out var date) ? new DateOnly(date.Year, date.Month, 1) : file.PeriodOfName;
    }

    [GeneratedRegex(@"\d{9}FEC(?<date>\d{8})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex AccountingName();
}
