using System.Text;
using NodaTime;

namespace Pupitre.App.Commands;

/// <summary>What a command reads from and writes to, so that it also runs inside a test.</summary>
internal sealed class Terminal(Func<Stream> openInput, TextWriter output, TextWriter error, IClock clock)
{
    /// <summary>Results only: UTF-8 without a byte order mark.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>Notices and refusals.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>What "today" is.</summary>
    public IClock Clock { get; } = clock;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(
            Console.OpenStandardInput,
            new StreamWriter(Console.OpenStandardOutput(), utf8),
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            SystemClock.Instance);
    }

    public Stream OpenInput() => openInput();
}
