using System.IO.Compression;
using System.Runtime.CompilerServices;
using Pupitre.Sample.World;

namespace Pupitre.Sample.Files;

/// <summary>
/// The files that such a company really has: mailbox exports, certificates, tracking tables. The sample company is loaded from
/// them, anybody can download them to try the drop, and the browser tests drop them.
/// </summary>
public static class SampleFiles
{
    /// <summary>Mails of these last months lie one by one in an archive; the older ones in the mailbox exports.</summary>
    private const int RecentMonths = 2;

    private static readonly DateTimeOffset _stamp = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly ConditionalWeakTable<SampleWorld, IReadOnlyList<SampleFile>> _written = [];

    /// <summary>In the order in which its people found them; written once for a world.</summary>
    public static IReadOnlyList<SampleFile> Of(SampleWorld world) => _written.GetValue(world, Write);

    private static IReadOnlyList<SampleFile> Write(SampleWorld world)
    {
        var payroll = world.Payroll.SelectMany(month => PayrollMails.Of(month).Select(mail => (month.Age, Mail: mail))).ToList();
        var accounting = world.Accounting.SelectMany(month => AccountingMails.Of(world, month).Select(mail => (month.Age, Mail: mail))).ToList();
        var recent = payroll.Concat(accounting).Where(pair => pair.Age <= RecentMonths).Select(pair => pair.Mail).OrderBy(mail => mail.At).ToList();
        var last = recent[^1];
        return
        [
            new(SampleFileKind.PayrollMailbox, "boite-paie.mbox", SampleMail.ToMbox(payroll.Where(pair => pair.Age > RecentMonths).Select(pair => pair.Mail))),
            new(SampleFileKind.AccountingMailbox, "boite-compta.mbox", SampleMail.ToMbox(accounting.Where(pair => pair.Age > RecentMonths).Select(pair => pair.Mail))),
            new(SampleFileKind.RecentMails, "mails-recents.zip", Zip(recent.SkipLast(1).Select(mail => (mail.FileName, mail.ToEml())))),
            new(SampleFileKind.LastMail, last.FileName, last.ToEml()),
            new(SampleFileKind.DeclarationCertificates, "certificats-dsn.zip", Zip(Declarations(world).SkipLast(1))),
            LastDeclaration(world),
            new(SampleFileKind.VatReceipts, "accuses-impots.zip", Zip([.. VatReceipts(world), .. TaxReturns(world)])),
            new(SampleFileKind.PayrollBoard, "tableau-de-bord-paie.xlsx", Tables.PayrollBoard(world)),
            new(SampleFileKind.AccountingBoard, "suivi-mission-cabinet.xlsx", Tables.AccountingBoard(world)),
            new(SampleFileKind.OwnBoard, "nos-transmissions.xlsx", Tables.OwnBoard(world)),
            new(SampleFileKind.SupplierInvoices, "factures-fournisseurs.csv", Tables.SupplierInvoices(world)),
            new(SampleFileKind.CustomerInvoices, "relances-clients.xlsx", Tables.CustomerInvoices(world)),
            new(SampleFileKind.Questions, "questions-cabinet.xes", Tables.Questions(world)),
        ];
    }

    private static SampleFile LastDeclaration(SampleWorld world)
    {
        var (name, content) = Declarations(world).Last();
        return new SampleFile(SampleFileKind.LastDeclaration, name, content);
    }

    private static IEnumerable<(string Name, byte[] Content)> Declarations(SampleWorld world) => world.Payroll
        .Where(month => month.DeclarationFiled is not null && month.Declaration != DeclarationProof.Missing)
        .Select(month => month.Declaration == DeclarationProof.Certificate
            ? ($"dsn-{month.Month:yyyy-MM}-certificat.pdf", Papers.DeclarationCertificate(month))
            : ($"dsn-{month.Month:yyyy-MM}-accuse.pdf", Papers.DeclarationAcknowledgement(month)));

    private static IEnumerable<(string Name, byte[] Content)> VatReceipts(SampleWorld world) => world.Accounting
        .Where(month => month is { VatFiled: not null, VatReceiptKept: true })
        .Select(month => ($"tva-{month.Month:yyyy-MM}-accuse.pdf", Papers.VatReceipt(month)));

    private static IEnumerable<(string Name, byte[] Content)> TaxReturns(SampleWorld world) =>
        from year in new[] { world.Today.Year - 1, world.Today.Year }
        let filed = SampleDays.At(SampleDays.Business(new DateOnly(year, 5, 1), 5), 16, 22)
        where filed <= world.Now && world.Payroll[0].Month < new DateOnly(year, 5, 1)
        select ($"liasse-{year - 1}-accuse.pdf", Papers.TaxReturnReceipt(year - 1, filed));

    private static byte[] Zip(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = _stamp;
                using var target = entry.Open();
                target.Write(content);
            }
        }

        return output.ToArray();
    }
}

/// <summary>A file of the sample company.</summary>
public sealed record SampleFile(SampleFileKind Kind, string Name, byte[] Content);

/// <summary>What a sample file is, which says how it is read and how it is described.</summary>
public enum SampleFileKind
{
    PayrollMailbox,
    AccountingMailbox,
    RecentMails,
    LastMail,
    DeclarationCertificates,
    LastDeclaration,
    VatReceipts,
    PayrollBoard,
    AccountingBoard,
    OwnBoard,
    SupplierInvoices,
    CustomerInvoices,
    Questions,
}
