using System.IO.Compression;
using System.Text;
using NodaTime;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>One budget for whatever a drop unpacks; what exceeds it is kept as it came and says so.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class UnpackingBudgetTests
{
    private static readonly CompanyMail _company = new(["mx.atelier.fr"], ["atelier.fr"], DateTimeZoneProviders.Tzdb["Europe/Paris"]);

    [Fact]
    public void Bytes_are_counted_over_archives_inside_archives()
    {
        using var budget = new UnpackingBudget(new() { MaxBytes = 300_000 });
        var inner = Zip(("a.bin", Noise(200_000)));

        var outer = Read(Zip(("un.zip", inner)), "x.zip", budget);
        using var deeper = budget.Inside();

        Read(outer.Inside[0].Content, "un.zip", budget).ShouldSatisfyAllConditions(finding => finding.Inside.ShouldBeEmpty(), finding => finding.Note.ShouldNotBeNull());
    }

    [Fact]
    public void Mails_and_archives_are_one_depth()
    {
        using var budget = new UnpackingBudget(new());
        using (budget.Inside())
        using (budget.Inside())
        using (budget.Inside())
        {
            var mail = Read(Mail("application/pdf; name=\"a.pdf\"", "abc"), "x.eml", budget);
            mail.Inside.ShouldBeEmpty();
            mail.Note!.ShouldContain("3");
            Read(Zip(("a.txt", "x"u8.ToArray())), "x.zip", budget).Inside.ShouldBeEmpty();
        }

        Read(Mail("application/pdf; name=\"a.pdf\"", "abc"), "x.eml", budget).Inside.Count.ShouldBe(1);
    }

    [Fact]
    public void A_mail_with_more_than_is_left_keeps_what_fits_and_says_how_many()
    {
        using var budget = new UnpackingBudget(new() { MaxFiles = 0 });

        var finding = Read(Mail("application/pdf; name=\"a.pdf\"", "abc"), "x.eml", budget);

        finding.Inside.ShouldBeEmpty();
        finding.Note!.ShouldContain("0");
    }

    [Fact]
    public void An_archive_that_swells_as_a_whole_gives_nothing()
    {
        var finding = Read(Zip([.. Enumerable.Range(0, 30).Select(number => ($"{number}.bin", new byte[2 * 1024 * 1024]))]), "x.zip", new UnpackingBudget(new()));

        finding.Inside.ShouldBeEmpty();
        finding.Note.ShouldNotBeNull();
    }

    [Fact]
    public void Large_files_are_put_aside_and_read_back()
    {
        using var budget = new UnpackingBudget(new());
        var (first, second) = (Noise(9_000_000), Noise(3_000_000));

        var finding = Read(Zip(("un.bin", first), ("deux.bin", second)), "x.zip", budget);

        finding.Inside[0].Content.ShouldBe(first);
        finding.Inside[1].Content.ShouldBe(second);
    }

    [Fact]
    public void Time_that_is_spent_leaves_files_unread()
    {
        using var budget = new UnpackingBudget(new() { MaxTime = TimeSpan.FromTicks(-1) });

        Read("a;b\n1;2\n"u8.ToArray(), "x.csv", budget).Note.ShouldNotBeNull();
    }

    [Fact]
    public void A_paper_of_packed_zeros_is_kept_unread()
    {
        var finding = Read(Paper(Flate(Flate(new byte[20_000_000])), "/Filter [/FlateDecode /FlateDecode]"), "x.pdf", new UnpackingBudget(new() { MaxPaperBytes = 1_000_000 }));

        finding.Kind.ShouldBe(RecognisedKind.Pdf);
        finding.Note.ShouldNotBeNull();
    }

    [Fact]
    public void A_paper_of_millions_of_signs_is_kept_unread()
    {
        var text = Encoding.ASCII.GetBytes("BT /F1 1 Tf (" + new string('a', 3_000_000) + ") Tj ET");

        Read(Paper(text, ""), "x.pdf", new UnpackingBudget(new())).Note.ShouldNotBeNull();
        Read(Paper(Flate(text), "/Filter /FlateDecode"), "x.pdf", new UnpackingBudget(new())).Note.ShouldNotBeNull();
    }

    [Fact]
    public void A_packed_log_of_one_long_value_is_refused()
    {
        var log = Encoding.UTF8.GetBytes("<log xes.version=\"1.0\"><trace><string key=\"concept:name\" value=\"" + new string('a', 40_000_000) + "\"/></trace></log>");
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(log);
        }

        Should.Throw<Mining.UnreadableLog>(() =>
        {
            using var events = TableFile.OpenEvents(packed, new TableMapping { Shape = TableShape.Log });
            while (events.Read())
            {
            }
        });
    }

    private static Finding Read(byte[] content, string name, UnpackingBudget budget)
    {
        using var stream = new MemoryStream(content);
        return RecogniseFile.Run(stream, name, _company, depth: 0, budget);
    }

    private static byte[] Mail(string type, string content) => Encoding.UTF8.GetBytes(
        "From: a@b.fr\nTo: c@d.fr\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nBonjour\n--b\nContent-Type: " + type + "\n\n" + content + "\n--b--\n");

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Flate(byte[] content)
    {
        using var output = new MemoryStream();
        using (var packed = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            packed.Write(content);
        }

        return output.ToArray();
    }

    private static byte[] Paper(byte[] page, string filter)
    {
        using var output = new MemoryStream();
        void Add(string text) => output.Write(Encoding.ASCII.GetBytes(text));
        Add("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n");
        Add("3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n");
        Add($"4 0 obj<</Length {page.Length} {filter}>>stream\n");
        output.Write(page);
        Add("\nendstream endobj\ntrailer<</Root 1 0 R>>\n");
        return output.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return output.ToArray();
    }
}
