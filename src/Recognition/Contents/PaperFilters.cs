using System.Diagnostics;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Pupitre.Recognition.Contents;

/// <summary>
/// Unpacks the streams of one PDF and counts: bytes before they are unpacked, signs of text before each becomes a letter with its place, and time.
/// </summary>
public sealed class PaperFilters(long maxBytes, TimeSpan maxTime) : IFilterProvider
{
    /// <summary>Signs that the pages of one paper may draw; ten full pages have forty thousand.</summary>
    private const long MaxSigns = 400_000;

    /// <summary>What a filter without a cheap count may be given.</summary>
    private const int MaxUncountedBytes = 64 * 1024;

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _bytes;
    private long _signs;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Counted(_inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Counted(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => _inner.GetAllFilters();

    private IReadOnlyList<IFilter> Counted(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Before(filter, this)), new Behind(this)];

    private void Take(long bytes, long signs)
    {
        (_bytes, _signs) = (_bytes + bytes, _signs + signs);
        if (_bytes > maxBytes || _signs > MaxSigns)
        {
            throw new BudgetSpent(BudgetPart.Bytes);
        }

        if (Stopwatch.GetElapsedTime(_started) > maxTime)
        {
            throw new BudgetSpent(BudgetPart.Time);
        }
    }

    /// <summary>Looks at what a filter is about to unpack.</summary>
    private sealed class Before(IFilter inner, PaperFilters paper) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index)
        {
            switch (inner)
            {
                case FlateFilter:
                    CountFlate(input);
                    break;
                case Ascii85Filter or AsciiHexDecodeFilter:
                    paper.Take(input.Length, 0);
                    break;
                case RunLengthFilter:
                    paper.Take(CountRuns(input.Span), 0);
                    break;
                case LzwFilter when input.Length <= MaxUncountedBytes:
                    break;
                default:
                    // Pictures: no text comes of them, and their sizes are whatever they say.
                    throw new BudgetSpent(BudgetPart.Bytes);
            }

            return inner.Decode(input, dictionary, provider, index);
        }

        private void CountFlate(Memory<byte> input)
        {
            var buffer = new byte[32 * 1024];
            try
            {
                using var stream = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
                for (int read; (read = stream.Read(buffer)) > 0;)
                {
                    paper.Take(read, 0);
                }
            }
            catch (InvalidDataException)
            {
                // Not whole: the filter says what it makes of it, and no more comes out than was counted.
            }
        }

        private static long CountRuns(ReadOnlySpan<byte> input)
        {
            long count = 0;
            for (var at = 0; at < input.Length && input[at] != 128; at += input[at] < 128 ? input[at] + 2 : 2)
            {
                count += input[at] < 128 ? input[at] + 1 : 257 - input[at];
            }

            return count;
        }
    }

    /// <summary>Looks at what came out, packed or not: a page draws no more text than is counted here.</summary>
    private sealed class Behind(PaperFilters paper) : IFilter
    {
        private static readonly string[] _fonts = ["Type1C", "CIDFontType0C", "OpenType"];

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index)
        {
            paper.Take(0, IsFont(dictionary, input.Span) ? 0 : Signs(input.Span));
            return input;
        }

        // Said by the dictionary and by the first bytes: chance puts brackets into fonts.
        private static bool IsFont(DictionaryToken dictionary, ReadOnlySpan<byte> content) =>
            (dictionary.ContainsKey(NameToken.Length1) || (dictionary.TryGet(NameToken.Subtype, out NameToken kind) && Array.IndexOf(_fonts, kind.Data) >= 0))
            && (content.StartsWith("OTTO"u8) || content.StartsWith("true"u8) || content.StartsWith("ttcf"u8) || content.StartsWith("%!"u8) || content is [0, 1, 0, 0, ..] or [1, 0, _, _, ..]);

        // Between ( and ), and half of what stands between < and > where something is drawn: tables of fonts hold such texts too and draw nothing.
        private static long Signs(ReadOnlySpan<byte> content)
        {
            if (content.IndexOf("Tj"u8) < 0 && content.IndexOf("TJ"u8) < 0 && content.IndexOf(")'"u8) < 0 && content.IndexOf(") '"u8) < 0 && content.IndexOf("\""u8) < 0)
            {
                return 0;
            }

            long signs = 0;
            while (content.IndexOfAny((byte)'(', (byte)'<') is >= 0 and var open)
            {
                var isHex = content[open] == '<';
                content = content[(open + 1)..];
                var close = content.IndexOf(isHex ? (byte)'>' : (byte)')');
                close = close < 0 ? content.Length : close;
                signs += isHex ? close / 2 : close;
                content = content[close..];
            }

            return signs;
        }
    }
}
