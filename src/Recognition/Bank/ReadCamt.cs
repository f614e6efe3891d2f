using System.Globalization;
using System.Xml;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Bank;

/// <summary>
/// Reads booked entries of ISO 20022 statements (camt.053), reports (052) and notices (054), of any version: amount, sign, day of booking, and the words
/// of the entry and of what it groups. No document type, no outside entity; depth and sizes are bounded.
/// </summary>
internal static class ReadCamt
{
    private const int MaxDepth = 60;
    private const int MaxPartsOfLabel = 40;

    public static BankStatement Of(Stream content)
    {
        content.Position = 0;
        var read = new Reading();
        try
        {
            using var xml = XmlReader.Create(content, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                MaxCharactersInDocument = BankFile.MaxBytes,
                CloseInput = false,
            });
            while (xml.Read())
            {
                read.Take(xml);
            }
        }
        catch (XmlException broken)
        {
            throw new Refused(Texts.Bank_CamtBroken.With(broken.LineNumber));
        }

        return read.End();
    }

    private sealed class Reading
    {
        private readonly List<string> _path = [];
        private readonly List<BankLine> _lines = [];
        private readonly List<(int, string)> _unread = [];
        private readonly List<string> _label = [];
        private string? _account;
        private string? _holder;
        private string? _currency;
        private string? _amount;
        private string? _sign;
        private string? _status;
        private string? _booked;
        private string? _valued;
        private bool _isReversal;
        private int _count;

        public void Take(XmlReader xml)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Open(xml);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when _path.Count > 0:
                    Value(xml.Value.Trim());
                    break;
                case XmlNodeType.EndElement when _path.Count > 0:
                    Leave();
                    break;
            }
        }

        public BankStatement End() => new(BankFormat.Camt, _account, _holder, _currency, _lines, _unread);

        private void Open(XmlReader xml)
        {
            if (_path.Count >= MaxDepth)
            {
                throw new Refused(Texts.Bank_CamtBroken.With(((IXmlLineInfo)xml).LineNumber));
            }

            if (xml.LocalName == "Ntry")
            {
                (_amount, _sign, _status, _booked, _valued, _isReversal) = (null, null, null, null, null, false);
                _label.Clear();
            }

            if (!xml.IsEmptyElement)
            {
                _path.Add(xml.LocalName);
            }
        }

        private void Leave()
        {
            if (_path[^1] == "Ntry")
            {
                Close();
            }

            _path.RemoveAt(_path.Count - 1);
        }

        private void Value(string value)
        {
            var entry = _path.IndexOf("Ntry");
            var (name, parent) = (_path[^1], _path.Count > 1 ? _path[^2] : "");
            if (entry < 0)
            {
                OfAccount(name, parent, value);
            }
            else if (_path.Count == entry + 2)
            {
                OfEntry(name, value);
            }
            else
            {
                OfDetails(name, parent, value, entry);
            }
        }

        private void OfAccount(string name, string parent, string value)
        {
            if (!_path.Contains("Acct"))
            {
                return;
            }

            _account ??= name == "IBAN" || (name == "Id" && parent == "Othr") ? BankFile.Label(value) : null;
            _currency ??= name == "Ccy" && parent == "Acct" ? value : null;
            _holder ??= name == "Nm" && _path.Contains("Ownr") ? BankFile.Label(value) : null;
        }

        private void OfEntry(string name, string value)
        {
            _amount ??= name == "Amt" ? value : null;
            _sign ??= name == "CdtDbtInd" ? value : null;
            _status ??= name == "Sts" ? value : null;
            _isReversal |= name == "RvslInd" && value is "true" or "1";
            if (name == "AddtlNtryInf")
            {
                Add(value);
            }
        }

        private void OfDetails(string name, string parent, string value, int entry)
        {
            var inEntry = _path.Count == entry + 3;
            _status ??= inEntry && parent == "Sts" && name is "Cd" or "Prtry" ? value : null;
            _booked ??= inEntry && parent == "BookgDt" ? value : null;
            _valued ??= inEntry && parent == "ValDt" ? value : null;
            if (name is "Ustrd" or "AddtlTxInf" or "EndToEndId" || (name == "Nm" && (_path.Contains("Dbtr") || _path.Contains("Cdtr") || _path.Contains("UltmtDbtr") || _path.Contains("UltmtCdtr"))) || (name == "MndtId"))
            {
                Add(value);
            }
        }

        private void Add(string value)
        {
            if (value.Length > 0 && value != "NOTPROVIDED" && _label.Count < MaxPartsOfLabel && !_label.Contains(value))
            {
                _label.Add(value);
            }
        }

        private void Close()
        {
            if (++_count > BankFile.MaxLines)
            {
                throw new Refused(Texts.Bank_TooManyLines.With(BankFile.MaxLines));
            }

            // What is only announced has not happened.
            if (_status is not (null or "BOOK"))
            {
                return;
            }

            var day = DayOf(_booked) ?? DayOf(_valued);
            if (day is null || !decimal.TryParse(_amount, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) || _sign is not ("CRDT" or "DBIT"))
            {
                if (_unread.Count < BankFile.MaxUnread)
                {
                    _unread.Add((_count, day is null ? Texts.Bank_NoDay : Texts.Bank_NoAmount));
                }

                return;
            }

            // The sign of an entry that takes another back is that of the entry itself (ISO 20022: CdtDbtInd is the entry's, RvslInd only says why).
            _lines.Add(new(_count, day.Value, BankFile.Label([.. _label, _isReversal ? Texts.Bank_Reversal : null]), _sign == "DBIT" ? -amount : amount));
        }

        private static DateOnly? DayOf(string? text) =>
            text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
