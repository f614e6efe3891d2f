using System.IO.Compression;
using System.Text;
using MimeKit;
using NodaTime;
using Pupitre.Kernel.Hashing;
using Pupitre.Start.Sample.Files;
using Pupitre.Start.Sample.World;

namespace Pupitre.Product.Tests.Sample;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class SampleFilesTests
{
    private static readonly Instant _loaded = Instant.FromUtc(2026, 11, 24, 9, 30);
    private static readonly SampleWorld _world = SampleWorld.At(_loaded);
    private static readonly IReadOnlyList<SampleFile> _files = SampleFiles.Of(_world);

    [Theory]
    [InlineData(2026, 11, 24)]
    [InlineData(2027, 2, 28)]
    [InlineData(2028, 1, 1)]
    public void Tell_at_least_fourteen_months_and_nothing_of_the_future(int year, int month, int day)
    {
        var world = SampleWorld.At(Instant.FromUtc(year, month, day, 8, 0));

        world.Payroll.Count(paid => paid.VariablesSent is not null).ShouldBeGreaterThanOrEqualTo(14);
        world.Accounting.Count(kept => kept.DocumentsDeposited is not null).ShouldBeGreaterThanOrEqualTo(14);
        world.SupplierInvoices.Count.ShouldBeGreaterThan(300);
        world.SupplierInvoices.ShouldAllBe(invoice => invoice.Received <= world.Today && !(invoice.Registered > world.Today) && !(invoice.Paid > world.Today));
        world.CustomerInvoices.ShouldAllBe(invoice => invoice.Issued <= world.Today && !(invoice.Reminded > world.Today) && !(invoice.Paid > world.Today));
        world.Questions.SelectMany(question => question.Steps).ShouldAllBe(step => step.At <= world.Now);
        world.Questions.ShouldAllBe(question => question.Steps.Zip(question.Steps.Skip(1)).All(pair => pair.First.At <= pair.Second.At));
    }

    [Fact]
    public void Are_the_same_bytes_each_time() =>
        SampleFiles.Of(SampleWorld.At(_loaded)).Select(Digest).ShouldBe(_files.Select(Digest));

    [Fact]
    public void Differ_in_content_from_one_to_the_next() => _files.Select(file => Sha256Hex.Of(file.Content)).ShouldBeUnique();

    [Theory]
    [InlineData(Cast.Siren)]
    [InlineData(Cast.AccountingSiren)]
    [InlineData(Cast.PayrollSiren)]
    [InlineData(Cast.Siret)]
    public void Name_companies_whose_number_has_a_valid_key_and_belongs_to_nobody(string number)
    {
        number.ShouldStartWith("000");
        (Luhn(number) % 10).ShouldBe(0);
    }

    [Fact]
    public async Task Hold_mails_that_the_companys_own_server_received()
    {
        using var mailbox = new MemoryStream(Content(SampleFileKind.PayrollMailbox));
        var parser = new MimeParser(mailbox, MimeFormat.Mbox);
        var count = 0;
        while (!parser.IsEndOfStream)
        {
            var mail = await parser.ParseMessageAsync(TestContext.Current.CancellationToken);
            mail.Headers[HeaderId.Received].ShouldNotBeNull().ShouldContain("by " + Cast.MailServer);
            mail.From.Mailboxes.Single().Address.ShouldEndWith(".example");
            count++;
        }

        count.ShouldBeGreaterThan(15);
    }

    [Fact]
    public void Hold_an_export_in_the_bytes_of_a_french_office()
    {
        var bytes = Content(SampleFileKind.SupplierInvoices);

        Encoding.Latin1.GetString(bytes).ShouldStartWith("N° pièce;Fournisseur;Montant TTC;Date facture;Facture reçue par courriel le;Facture enregistrée le;Facture réglée le\r\n");
        bytes.ShouldContain((byte)0xE9);
    }

    [Fact]
    public async Task Hold_certificates_as_papers()
    {
        using var archive = new ZipArchive(new MemoryStream(Content(SampleFileKind.DeclarationCertificates)));

        archive.Entries.Count.ShouldBeGreaterThan(11);
        archive.Entries.Count(entry => entry.Name.EndsWith("-accuse.pdf", StringComparison.Ordinal)).ShouldBe(1);
        using var reader = new StreamReader(await archive.Entries[0].OpenAsync(TestContext.Current.CancellationToken));
        (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull().ShouldStartWith("%PDF-");
    }

    [Fact]
    public void Are_small_enough_to_try_with() => _files.Sum(file => file.Content.Length).ShouldBeLessThan(4_000_000);

    private static byte[] Content(SampleFileKind kind) => _files.Single(file => file.Kind == kind).Content;

    private static string Digest(SampleFile file) => file.Name + " " + Sha256Hex.Of(file.Content);

    private static int Luhn(string number) =>
        number.Reverse().Select((digit, place) => (digit - '0') * (1 + (place % 2))).Sum(value => value > 9 ? value - 9 : value);
}
