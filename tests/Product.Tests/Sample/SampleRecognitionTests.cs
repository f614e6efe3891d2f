using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Contents;
using Pupitre.Start.Sample.Files;
using Pupitre.Start.Sample.World;

namespace Pupitre.Product.Tests.Sample;

/// <summary>What the program makes of the files of the sample company, before anybody has said a word.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class SampleRecognitionTests
{
    private static readonly SampleWorld _world = SampleWorld.At(Instant.FromUtc(2026, 11, 24, 9, 30));
    private static readonly CompanyMail _company = new([Cast.MailServer], [Cast.Domain], DateTimeZoneProviders.Tzdb["Europe/Paris"]);
    private static readonly IReadOnlyList<Finding> _found = [.. SampleFiles.Of(_world).SelectMany(file => Read(file.Name, file.Content, 0))];

    [Theory]
    [InlineData(1, 11)]
    [InlineData(2, 10)]
    [InlineData(3, 12)]
    [InlineData(4, 1)]
    [InlineData(6, 10)]
    [InlineData(7, 9)]
    [InlineData(9, 13)]
    [InlineData(10, 11)]
    [InlineData(13, 5)]
    public void Finds_proofs_of_a_ready_commitment(int template, int atLeast) =>
        _found.Where(finding => finding.Templates.Contains(template) && finding.Period is not null)
            .Select(finding => finding.Period).Distinct().Count().ShouldBeGreaterThanOrEqualTo(atLeast);

    [Fact]
    public void Dates_a_certificate_by_the_moment_that_the_authority_wrote()
    {
        var month = _world.Payroll.Single(month => month.Age == 1);
        var certificate = _found.Single(finding => finding.Kind == RecognisedKind.DsnCertificate && finding.Period == month.Month);

        certificate.ReceiptAt.ShouldBe(month.DeclarationFiled);
    }

    [Fact]
    public void Does_not_take_the_acknowledgement_of_a_deposit_for_an_acceptance() =>
        _found.Single(finding => finding.Kind == RecognisedKind.DsnDeposit).Templates.ShouldBeEmpty();

    [Fact]
    public void Dates_a_mail_by_the_companys_own_server() =>
        _found.Where(finding => finding.Kind == RecognisedKind.Mail).ShouldAllBe(finding => finding.ReceiptAt != null || finding.Word == SourceClass.Company);

    [Fact]
    public void Knows_tables_and_logs_as_such()
    {
        _found.Count(finding => finding.Kind == RecognisedKind.Table).ShouldBeGreaterThanOrEqualTo(5);
        _found.Count(finding => finding.Kind == RecognisedKind.EventLog).ShouldBe(1);
    }

    private static IEnumerable<Finding> Read(string name, byte[] content, int depth)
    {
        var finding = RecogniseFile.Run(new MemoryStream(content), name, _company, depth);
        return [finding, .. finding.Inside.SelectMany(inner => Read(inner.Name, inner.Content, depth + 1))];
    }
}
