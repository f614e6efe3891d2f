using System.Text;
using System.Xml;

namespace Pupitre.Kernel;

/// <summary>Texts that go into XML, which knows no control signs and no half of a pair.</summary>
public static class XmlSigns
{
    /// <summary>The text with U+FFFD for each sign that XML 1.0 cannot hold; one that it can hold whole is given back as it is.</summary>
    public static string ForXml(this string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var held = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            held.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return held.ToString();
    }
}
