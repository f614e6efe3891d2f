using System.Globalization;
using System.Text;
using Pupitre.Sample.World;

namespace Pupitre.Sample.Files;

/// <summary>The accounting files (FEC) that the firm sends with its monthly mails: the year so far, tabulated, eighteen columns, true to the law's form.</summary>
internal static class LedgerFile
{
    private static readonly CultureInfo _french = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Named after the closing of the year, as the law asks, whatever month it stops at.</summary>
    public static string NameOf(AccountingMonth month) => $"{Cast.Siren}FEC{month.Month.Year}1231.txt";

    public static byte[] Of(SampleWorld world, AccountingMonth month)
    {
        var file = new StringBuilder("JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n");
        foreach (var entry in BooksOf(world, month).Entries())
        {
            foreach (var line in entry.Lines)
            {
                file.Append(_french, $"{entry.Journal.Code}\t{entry.Journal.Name}\t{entry.Journal.Code}{entry.Number:00000}\t{Day(entry.Date)}\t{line.Account.Number}\t{line.Account.Name}\t{line.Party?.Code}\t{line.Party?.Name}\t");
                file.Append(_french, $"{entry.Piece}\t{Day(entry.Date)}\t{entry.Label}\t{line.Debit:0.00}\t{line.Credit:0.00}\t{line.Letter}\t{Day(line.LetteredOn)}\t{Day(entry.Validated)}\t\t\r\n");
            }
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    // What an owner finds in real life: once a month without validation, once a bank that lags, and lately a definitive entry that was changed.
    private static Bookkeeping BooksOf(SampleWorld world, AccountingMonth month)
    {
        var last = month.Following.AddDays(-1);
        return new Bookkeeping(world, month.Month.Year, last, SampleDays.DayOf(month.LedgerFileReceived!.Value))
        {
            BankUpTo = month.Age == 4 ? month.Month.AddDays(11) : last,
            IsValidated = month.Age != 6,
            ReclassifiedPiece = month.Age == 1 ? world.SupplierInvoices.FirstOrDefault(invoice => invoice.Issued.Year == month.Month.Year && invoice.Registered < month.Month.AddMonths(-2))?.Number : null,
        };
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";
}
