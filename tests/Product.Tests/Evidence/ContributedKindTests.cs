using NodaTime;
using Pupitre.Recognition.Contents;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>A module that knows a kind of file adds it to what is recognised, and nobody else changes.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class ContributedKindTests
{
    private const string Kind = "TestReport";

    private static readonly CompanyMail _company = new([], [], DateTimeZone.Utc);

    [Theory]
    [InlineData("%REPORT 2026\nall is well", Kind)]
    [InlineData("%REPORT;2026\nall;well\nand;good\n", Kind)]
    [InlineData("name;day\none;2\ntwo;3\n", RecognisedKind.Table)]
    [InlineData("nothing of the kind", RecognisedKind.Unknown)]
    public void A_contributed_kind_is_asked_in_its_place(string content, string expected) =>
        Read(content, new Reports(order: 95)).ShouldBe(expected);

    [Fact]
    public void What_stands_before_it_has_the_file() =>
        Read("%REPORT;2026\nall;well\nand;good\n", new Reports(order: 900)).ShouldBe(RecognisedKind.Table);

    private static string Read(string content, IRecognise contributed)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        return new RecogniseFile([contributed]).Of(file, "x.txt", _company, depth: 0).Kind;
    }

    private sealed class Reports(int order) : IRecognise
    {
        public int Order => order;

        public Finding? Run(SeenFile file) => file.Head.AsSpan().StartsWith("%REPORT"u8) ? new Finding { Kind = Kind } : null;
    }
}
