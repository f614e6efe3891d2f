using System.Xml;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Contents;

/// <summary>
/// Reads whom a structured document is about: the debtor of a payment order (ISO 20022 pain.001), the owner of an account (camt), the buyer of an
/// invoice (UN/CEFACT CII, UBL). Reads no further than a first part of it.
/// </summary>
internal static class ReadSubjectOfXml
{
    private const int MaxNodes = 20_000;
    private const int MaxDepth = 60;
    private const int MaxValue = 200;

    private static readonly string[] _subjects = ["Dbtr", "Ownr", "BuyerTradeParty", "AccountingCustomerParty"];
    private static readonly string[] _providers = ["SellerTradeParty", "AccountingSupplierParty"];
    private static readonly string[] _names = ["Nm", "Name", "RegistrationName"];
    private static readonly string[] _numbers = ["Id", "ID", "CompanyID", "EndpointID"];

    public static ReadIdentities Of(Stream content)
    {
        var (path, subject, provider) = (new List<string>(), new Party(), new Party());
        try
        {
            using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, MaxCharactersInDocument = 50_000_000 });
            for (var count = 0; count < MaxNodes && xml.Read() && path.Count < MaxDepth; count++)
            {
                Take(xml, path, subject, provider);
            }
        }
        catch (XmlException)
        {
            // What was read before the fault still says whom it is about.
        }

        return new(subject.Identity, provider.Identity);
    }

    private static void Take(XmlReader xml, List<string> path, Party subject, Party provider)
    {
        if (xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement)
        {
            path.Add(xml.LocalName);
        }
        else if (xml.NodeType == XmlNodeType.EndElement && path.Count > 0)
        {
            path.RemoveAt(path.Count - 1);
        }
        else if (xml.NodeType == XmlNodeType.Text && path.Count > 0)
        {
            var party = path.Exists(name => Array.IndexOf(_subjects, name) >= 0) ? subject : path.Exists(name => Array.IndexOf(_providers, name) >= 0) ? provider : null;
            var value = xml.Value.Length <= MaxValue ? xml.Value.Trim() : "";
            party?.Take(path[^1], value);
        }
    }

    private sealed class Party
    {
        private string? _name;
        private string? _number;

        public ReadIdentity? Identity => _name is null && _number is null ? null : new ReadIdentity(_number, _name, IdentityPlace.Field);

        public void Take(string element, string value)
        {
            if (Array.IndexOf(_names, element) >= 0)
            {
                _name ??= value.Length > 0 ? value : null;
            }
            else if (Array.IndexOf(_numbers, element) >= 0 && NumberOf(value) is { } number && (_number is null || number.Length > _number.Length))
            {
                _number = number;
            }
        }

        private static string? NumberOf(string value)
        {
            var plain = Siren.Normalize(value)?.ToUpperInvariant() ?? "";
            plain = plain.StartsWith("FR", StringComparison.Ordinal) && plain.Length == 13 ? plain[4..] : plain;
            return plain.Length is 9 or 14 && plain.All(char.IsAsciiDigit) && Siren.HasValidKey(plain[..9]) ? plain : null;
        }
    }
}
