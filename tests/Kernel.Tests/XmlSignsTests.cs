using System.Xml.Linq;
using CsCheck;

namespace Pupitre.Kernel.Tests;

public sealed class XmlSignsTests
{
    [Fact]
    public void What_XML_can_hold_stays_as_it_is() => "Œuvre <&> 😀\n".ForXml().ShouldBe("Œuvre <&> 😀\n");

    [Fact]
    public void Control_signs_and_halves_of_a_pair_are_replaced_one_by_one() =>
        "a\u0001b\uD83Dc\uFFFE".ForXml().ShouldBe("a\uFFFDb\uFFFDc\uFFFD");

    [Fact]
    public void Whatever_a_text_holds_XML_takes_it_and_gives_as_many_signs_back() => Gen.Char.Array[0, 40].Sample(signs =>
    {
        var held = new string(signs).ForXml();
        held.Length.ShouldBe(signs.Length);
        XElement.Parse(new XElement("t", held).ToString(SaveOptions.DisableFormatting), LoadOptions.PreserveWhitespace).Value
            .ReplaceLineEndings("\n").ShouldBe(held.ReplaceLineEndings("\n"));
    });
}
