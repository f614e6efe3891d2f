using System.CommandLine;
using Pupitre.App.Commands.Measure;
using Pupitre.Kernel;
using Pupitre.Mining;

namespace Pupitre.App.Commands.Log;

/// <summary>The log that a command of the group <c>log</c> reads, and the options that say how: the same for all of them.</summary>
internal sealed class LogArguments
{
    private readonly Argument<string> _log = new("LOG") { Description = Texts.Log_File };
    private readonly LogColumnOptions _columns = new();
    private readonly Option<string?> _lifecycle = new("--lifecycle") { Description = Texts.Measure_Lifecycle };
    private readonly Option<string?> _objectType = new("--object-type") { Description = Texts.Log_ObjectType };
    private readonly Option<bool> _strict = new("--strict") { Description = Texts.Log_Strict };
    private readonly Option<bool> _json = new("--json") { Description = Texts.Measure_Json };

    public void AddTo(Command command)
    {
        command.Add(_log);
        _columns.AddTo(command);
        foreach (var option in (Option[])[_lifecycle, _objectType, _strict, _json])
        {
            command.Add(option);
        }
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>Loads the log whole, before anything is written; what was guessed or left out is said on standard error.</summary>
    /// <exception cref="Refused">The file is missing, broken or no log.</exception>
    public EventLog Load(ParseResult parsed, Terminal terminal, CancellationToken token)
    {
        var path = parsed.GetRequiredValue(_log);
        try
        {
            var log = EventLog.Load(LogPath.Open(terminal, path), Options(parsed), token);
            LogNotices.Write(log, terminal.Error);
            return log;
        }
        catch (UnreadableLog unreadable)
        {
            throw new Refused(Texts.Cli_UnreadableLog.With(path, unreadable.Line is { } line ? Texts.Cli_AtLine.With(line) : "", unreadable.Message));
        }
    }

    private EventLogOptions Options(ParseResult parsed) => new()
    {
        Reading = _columns.Of(parsed).Options(new HashSet<string>()),
        Lifecycle = parsed.GetValue(_lifecycle),
        ObjectType = parsed.GetValue(_objectType),
        RefusesIncomplete = parsed.GetValue(_strict),
    };
}
