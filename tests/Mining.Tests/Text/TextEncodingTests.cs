using System.Text;

namespace Pupitre.Mining.Tests.Text;

public class TextEncodingTests
{
    private const int Late = 200_000;

    private static readonly string Plain = string.Concat(Enumerable.Repeat("D0000;sans accent\n", Late / 18));

    [Theory]
    [InlineData("é;è;à\n")]
    [InlineData("QUALITÉ ")]
    [InlineData("SOCIÉTÉ »\nCAFÉ :\n é\n")]
    public void Accents_that_come_late_decide_for_the_whole_text(string end)
    {
        Decoded(TextEncoding.Windows1252.GetBytes(Plain + end)).ShouldBe(Plain + end);
        Decoded(Encoding.UTF8.GetBytes(Plain + end)).ShouldBe(Plain + end);
    }

    [Fact]
    public void A_byte_that_is_none_costs_a_text_in_utf8_no_other_accent()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("é;è;à\n" + Plain), 0xe9, .. Encoding.UTF8.GetBytes("\nça\n")];

        Decoded(bytes).ShouldBe("é;è;à\n" + Plain + "é\nça\n");
    }

    [Theory]
    [InlineData(131_071)]
    [InlineData(131_070)]
    [InlineData(131_069)]
    [InlineData(131_072)]
    public void A_character_may_stand_across_any_border(int at)
    {
        var text = new string('a', at) + "€é😀" + new string('b', 10);

        Decoded(Encoding.UTF8.GetBytes(text)).ShouldBe(text);
    }

    [Fact]
    public void A_text_that_ends_inside_a_character_is_still_read() => Decoded([.. "é;è"u8, 0xc3]).ShouldBe("é;èÃ");

    [Fact]
    public void A_mark_decides()
    {
        TextEncoding.Prove(new MemoryStream([0xff, 0xfe, 65, 0])).ShouldBe(Encoding.Unicode);
        TextEncoding.Prove(new MemoryStream([0xfe, 0xff, 0, 65])).ShouldBe(Encoding.BigEndianUnicode);
        TextEncoding.Prove(new MemoryStream([0xef, 0xbb, 0xbf, 65, 0xe9])).ShouldBe(TextEncoding.Utf8);
    }

    [Fact]
    public void The_stream_stands_where_it_stood()
    {
        var stream = new MemoryStream([1, 2, 0xe9, 0xe9, 65]) { Position = 2 };

        TextEncoding.Prove(stream).ShouldBe(TextEncoding.Windows1252);
        stream.Position.ShouldBe(2);
    }

    [Fact]
    public void A_name_gives_what_was_proved()
    {
        TextEncoding.Named("utf-8").ShouldBe(TextEncoding.Utf8);
        TextEncoding.Named("windows-1252").CodePage.ShouldBe(1252);
    }

    [Fact]
    public void The_beginning_decides_where_nothing_can_be_read_twice()
    {
        TextEncoding.Of("é"u8[..1]).ShouldBe(TextEncoding.Utf8);
        TextEncoding.Of([65, 0xe9, 66]).ShouldBe(TextEncoding.Windows1252);
        TextEncoding.Of([]).ShouldBe(TextEncoding.Utf8);
    }

    private static string Decoded(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return new StreamReader(stream, TextEncoding.Prove(stream)).ReadToEnd();
    }
}
