using System.Buffers;
using System.Net;
using System.Text;
using MimeKit;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Contents;

/// <summary>What a mail says in words: its parts without a name that are text, decoded no further than is looked at.</summary>
public static class MailText
{
    /// <summary>Longest text that is looked at, in signs.</summary>
    public const int MaxBody = 20_000;

    /// <summary>HTML is cut before anything looks into it.</summary>
    public const int MaxHtml = 200 * 1024;

    private static readonly string[] _breaks = ["br", "p", "/p", "div", "/div", "tr", "/tr", "li", "hr", "blockquote", "h1", "h2", "h3", "table", "/table"];
    private static readonly string[] _unseen = ["style", "script", "head", "title"];

    /// <summary>The text of a part, as far as it is looked at.</summary>
    public static string Of(TextPart part)
    {
        if (part.Content is null)
        {
            return "";
        }

        var most = part.IsHtml ? MaxHtml : MaxBody * 4;
        var bytes = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            using var content = part.Content.Open();
            var length = content.ReadAtLeast(bytes.AsSpan(0, most), most, throwOnEndOfStream: false);
            var text = EncodingOf(part.ContentType.Charset, bytes.AsSpan(0, length)).GetString(bytes, 0, length);
            return part.IsHtml ? FromHtml(text) : text;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The words of HTML without its tags: lines where it breaks lines. Reads each sign once.</summary>
    public static string FromHtml(string html)
    {
        html = html.Cut(MaxHtml);
        var text = new StringBuilder(html.Length / 2);
        string? unseen = null;
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                var next = html.IndexOf('<', at) is >= 0 and var tag ? tag : html.Length;
                AppendWords(text, unseen is null ? html.AsSpan(at, next - at) : default);
                at = next;
                continue;
            }

            var end = html.IndexOf('>', at);
            if (end < 0)
            {
                break;
            }

            var name = NameOf(html.AsSpan(at + 1, end - at - 1));
            unseen = unseen is null ? Array.Find(_unseen, candidate => candidate == name) : name == "/" + unseen ? null : unseen;
            text.Append(Array.IndexOf(_breaks, name) >= 0 ? '\n' : ' ');
            at = end + 1;
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    // Lines of the source are no lines of the text.
    private static void AppendWords(StringBuilder text, ReadOnlySpan<char> words)
    {
        foreach (var letter in words)
        {
            text.Append(letter is '\r' or '\n' or '\t' ? ' ' : letter);
        }
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(" \t\r\n");
        var name = end < 0 ? tag : tag[..end];
        return name.Length > 12 ? "" : name.TrimEnd('/').ToString().ToLowerInvariant();
    }

    private static Encoding EncodingOf(string? charset, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return charset is null ? Guessed(bytes) : Mining.TextEncoding.Named(charset);
        }
        catch (ArgumentException)
        {
            return Guessed(bytes);
        }
    }

    private static Encoding Guessed(ReadOnlySpan<byte> bytes) => Mining.TextEncoding.Of(bytes);
}
