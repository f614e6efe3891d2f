using System.Text;
using CsCheck;
using Pupitre.Collecting.Mailboxes;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>A key is read from the answer to the question that was asked, and from nothing else.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class DnsTextTests
{
    private static readonly byte[] _question = DnsText.Question("mai._domainkey.cabinet.fr")!;

    [Fact]
    public void The_pieces_of_a_text_are_joined() => DnsText.Read(Answer(_question, "v=DKIM1; ", "p=abc"), _question)
        .ShouldBe("v=DKIM1; p=abc");

    [Fact]
    public void An_answer_to_another_question_is_none()
    {
        var other = DnsText.Question("juin._domainkey.cabinet.fr")!;
        DnsText.Read(Answer(other, "p=abc"), _question).ShouldBeNull();
        var late = Answer(_question, "p=abc");
        late[0] ^= 1;
        DnsText.Read(late, _question).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData("é.fr")]
    public void A_name_that_cannot_be_asked_for_is_not(string name) => DnsText.Question(name).ShouldBeNull();

    [Fact]
    public void No_bytes_break_the_reader() => Gen.Byte.Array[0, 200].Sample(tail =>
    {
        var answer = Answer(_question, "p=abc");
        var broken = answer[.._question.Length].Concat(tail).ToArray();
        DnsText.Read(broken, _question);
        DnsText.Read(tail, _question);
    });

    private static byte[] Answer(byte[] question, params string[] pieces)
    {
        var text = pieces.SelectMany(piece => Encoding.ASCII.GetBytes(piece).Prepend((byte)piece.Length)).ToArray();
        var answer = question.ToArray();
        (answer[2], answer[7]) = (0x81, 1);
        return [.. answer, 0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, (byte)(text.Length >> 8), (byte)text.Length, .. text];
    }
}
