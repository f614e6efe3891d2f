using System.Runtime.ExceptionServices;
using System.Text;

namespace Pupitre.Mining;

/// <summary>
/// Loads a CSV that is UTF-8 by several threads, from its bytes, without a text per field. It gives exactly what <see cref="CsvLogReader"/> gives;
/// what it does not know (other encodings, attributes) is left to that.
/// </summary>
internal sealed class LoadPlainCsv
{
    private const int MostWorkers = 8;
    private const int MostAscii = 127;

    private readonly CsvLogReader _header;
    private readonly EventLogOptions _options;
    private readonly CsvForm _form;
    private readonly CancellationToken _token;

    private readonly CsvFacts _facts;

    private LoadPlainCsv(CsvLogReader header, EventLogOptions options, CsvFacts facts, CancellationToken token)
    {
        (_header, _options, _facts, _token) = (header, options, facts, token);
        _form = new(header.Columns, (byte)header.Separator, header.Encoding, options.Reading.Dates ?? facts.Dates ?? DayMonthOrder.DayFirst, options);
    }

    /// <summary>Loads the log, or gives null, with nothing read, when it is none that can be loaded so.</summary>
    /// <param name="input">The file.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="facts">What an earlier reading of it has shown.</param>
    /// <param name="token">Stops the reading.</param>
    public static EventLog? TryRun(LogInput input, EventLogOptions options, CsvFacts facts, CancellationToken token)
    {
        if (TextEncoding.Windows1252.Equals(facts.Encoding) || options.Attributes.Count > 0 || options.Lifecycle is not null || options.PartyAttribute is not null || !HasHeaderInUtf8(input.Beginning))
        {
            return null;
        }

        // The ordinary reader knows what a header means, and what to say when it cannot be used.
        using var header = new CsvLogReader(new LogInput(new MemoryStream(input.Beginning)), options.Reading);
        return !header.HasSeparatorLine && header.Separator <= MostAscii && header.Separator is not ('"' or '\n' or '\r') && header.Columns.AreDistinct ? new LoadPlainCsv(header, options, facts, token).Run(input) : null;
    }

    private static bool HasHeaderInUtf8(ReadOnlySpan<byte> beginning) =>
        beginning.Contains((byte)'\n') && !beginning.Contains((byte)0) && beginning is not ([0xff, 0xfe, ..] or [0xfe, 0xff, ..] or [0x1f, 0x8b, ..]) && TextEncoding.Of(beginning).CodePage == Encoding.UTF8.CodePage;

    private EventLog Run(LogInput input)
    {
        var workers = Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 1, MostWorkers)).Select(number => new CsvWorker(number, _form)).ToArray();
        var blocks = new CsvBlocks(WithoutMark(input), _form.Separator, _token);
        Parallel.ForEach(workers, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, worker => Run(worker, blocks));
        if (blocks.Failure is { } failure)
        {
            LogInput.Guard(() =>
            {
                ExceptionDispatchInfo.Throw(failure);
                return 0;
            });
        }

        var parts = workers.SelectMany(worker => worker.Parts).OrderBy(part => part.Number).ToList();
        var dates = new DayMonthProof();
        var leftOut = LeftOutOf(parts, dates);
        var days = parts.Sum(part => (long)part.DaysWithoutHour);
        var columns = new MergeCsvParts([.. workers.Select(worker => worker.Names)], parts, _token).Run();
        var told = _options.Reading.Dates is null ? CsvFacts.Told(dates, _facts) : null;
        return new(columns with
        {
            LeftOut = leftOut,
            Guesses = told is null ? _header.Guesses : [.. _header.Guesses, told],
            DaysWithoutHour = days,
            Dates = dates,
            ReadsMonthFirst = _facts.Dates == DayMonthOrder.MonthFirst,
            HasOtherBytes = _form.HasOtherBytes,
        });
    }

    private static void Run(CsvWorker worker, CsvBlocks blocks)
    {
        try
        {
            worker.Run(blocks);
        }
        catch (Exception failure)
        {
            // It is thrown again, as it is, once all threads have ended.
            blocks.Stop(failure);
        }
    }

    private static Stream WithoutMark(LogInput input)
    {
        if (input.Beginning is [0xef, 0xbb, 0xbf, ..])
        {
            input.Stream.ReadExactly(new byte[3]);
        }

        return input.Stream;
    }

    /// <summary>Brings together what was left out and what dates prove, with lines of the whole file; says why a block could not be read.</summary>
    private LeftOut LeftOutOf(List<CsvPart> parts, DayMonthProof dates)
    {
        var leftOut = new LeftOut();
        var lines = 0L;
        foreach (var part in parts)
        {
            if (part.Unreadable is { } text)
            {
                Refuse(text, lines);
            }

            foreach (var item in part.LeftOut)
            {
                leftOut.Add(item.Missing, lines + item.Line + 1);
                part.Missing[(int)item.Missing]--;
            }

            for (var missing = 0; missing < part.Missing.Length; missing++)
            {
                leftOut.Count((MissingPart)missing, part.Missing[missing]);
            }

            dates.Add(part.Dates, lines + 1);
            lines += part.Lines;
        }

        return _form.HasTooMany ? throw new UnreadableLog(Texts.Log_TooManyEvents.Filled(_options.MostEvents)) : leftOut;
    }

    /// <summary>The ordinary reader of rows says what is wrong with a text.</summary>
    private void Refuse(byte[] text, long linesBefore)
    {
        var rows = new CsvRows(new StringReader(Encoding.UTF8.GetString(text)), (char)_form.Separator, linesBefore + 1);
        while (rows.Read())
        {
        }

        throw new UnreadableLog(Texts.Csv_FieldTooLong.Filled(linesBefore + 1, CsvRows.LongestField), linesBefore + 1);
    }
}
