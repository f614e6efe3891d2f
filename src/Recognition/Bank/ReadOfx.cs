using System.Globalization;
using System.Net;
using System.Text;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Bank;

/// <summary>
/// Reads OFX, 1.x (SGML: values have no end tag, banks leave out more) and 2.x (XML), by one tolerant scan of tags: no document type, no entity but the
/// five of XML and numbers, no tree. A value is what stands between its tag and the next.
/// </summary>
internal static class ReadOfx
{
    private const int MaxTag = 64;
    private const int MaxDepth = 200;

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static ReadOfx() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static BankStatement Of(Stream content)
    {
        using var memory = new MemoryStream();
        content.CopyTo(memory);
        return Of(TextOf(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
    }

    public static BankStatement Of(string text)
    {
        var start = text.IndexOf("<OFX>", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            throw new Refused(Texts.Bank_OfxBroken);
        }

        var read = new Reading();
        for (var at = start; at >= 0 && at < text.Length;)
        {
            var end = text.IndexOf('>', at);
            if (end < 0)
            {
                break;
            }

            var tag = text.AsSpan(at + 1, end - at - 1).Trim();
            var next = text.IndexOf('<', end);
            var value = text.AsSpan(end + 1, (next < 0 ? text.Length : next) - end - 1).Trim();
            tag = tag.TrimEnd('/').TrimEnd();
            if (tag.Length is > 0 and <= MaxTag && tag[0] is not ('?' or '!'))
            {
                read.Take(tag, value);
            }

            at = next;
        }

        return read.End();
    }

    // Headers lie about encodings: what is valid UTF-8 is UTF-8, else Windows-1252, which the French banks write.
    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return _strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }

    private sealed class Reading
    {
        private readonly List<BankLine> _lines = [];
        private readonly List<(int, string)> _unread = [];
        private Dictionary<string, string>? _line;
        private string? _account;
        private string? _bank;
        private string? _currency;
        private int _count;
        private int _depth;

        public void Take(ReadOnlySpan<char> tag, ReadOnlySpan<char> value)
        {
            var isEnd = tag[0] == '/';
            var name = (isEnd ? tag[1..] : tag).ToString().ToUpperInvariant();
            _depth += isEnd ? -1 : value.IsEmpty ? 1 : 0;
            if (_depth > MaxDepth)
            {
                throw new Refused(Texts.Bank_OfxBroken);
            }

            if (name == "STMTTRN" || (isEnd && name is "BANKTRANLIST" or "OFX"))
            {
                Close();
                _line = isEnd ? null : new(StringComparer.Ordinal);
                return;
            }

            if (isEnd || value.IsEmpty)
            {
                return;
            }

            var plain = WebUtility.HtmlDecode(value.Length <= BankFile.MaxLabel ? value.ToString() : value[..BankFile.MaxLabel].ToString());
            switch (name)
            {
                case "ACCTID" when _line is null:
                    _account ??= plain;
                    break;
                case "BANKID" when _line is null:
                    _bank ??= plain;
                    break;
                case "CURDEF":
                    _currency ??= plain;
                    break;
                default:
                    _line?.TryAdd(name, plain);
                    break;
            }
        }

        public BankStatement End()
        {
            Close();
            return new(BankFormat.Ofx, _account is null ? null : BankFile.Label(_bank is null || _account.StartsWith("FR", StringComparison.OrdinalIgnoreCase) ? _account : _bank + " " + _account), Holder: null, _currency, _lines, _unread);
        }

        private void Close()
        {
            if (_line is not { } line)
            {
                return;
            }

            _line = null;
            _count++;
            if (_count > BankFile.MaxLines)
            {
                throw new Refused(Texts.Bank_TooManyLines.With(BankFile.MaxLines));
            }

            if (DayOf(line.GetValueOrDefault("DTPOSTED") ?? line.GetValueOrDefault("DTUSER")) is not { } day)
            {
                Unread(Texts.Bank_NoDay);
            }
            else if (!BankAmount.TryRead(line.GetValueOrDefault("TRNAMT", ""), out var amount))
            {
                Unread(Texts.Bank_NoAmount);
            }
            else
            {
                _lines.Add(new(_count, day, BankFile.Label(line.GetValueOrDefault("NAME"), line.GetValueOrDefault("PAYEE"), line.GetValueOrDefault("MEMO"), line.GetValueOrDefault("CHECKNUM")), amount));
            }
        }

        private void Unread(string why)
        {
            if (_unread.Count < BankFile.MaxUnread)
            {
                _unread.Add((_count, why));
            }
        }

        // 20261105, 20261105120000, 20261105120000.000[+1:CET]: the day as the bank writes it.
        private static DateOnly? DayOf(string? text) =>
            text is { Length: >= 8 } && DateOnly.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
