using System.CommandLine;

namespace Pupitre.App.Commands.Measure;

/// <summary>The options that name the columns of a CSV log, the same for every command that reads one.</summary>
internal sealed class LogColumnOptions
{
    private readonly Option<string?> _case = new("--case") { Description = Texts.Log_Case };
    private readonly Option<string?> _activity = new("--activity") { Description = Texts.Log_Activity };
    private readonly Option<string?> _time = new("--time") { Description = Texts.Log_Time };
    private readonly Option<string?> _transition = new("--transition") { Description = Texts.Log_Transition };
    private readonly Option<string?> _resource = new("--resource") { Description = Texts.Log_Resource };
    private readonly Option<string?> _zone = new("--zone") { Description = Texts.Log_Zone };
    private readonly Option<string?> _separator = new("--separator") { Description = Texts.Log_Separator };
    private readonly Option<string?> _dates = new("--dates") { Description = Texts.Log_Dates, HelpName = "day-first|month-first" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_case, _activity, _time, _transition, _resource, _zone, _separator, _dates])
        {
            command.Add(option);
        }
    }

    public LogMapping Of(ParseResult parsed) => new()
    {
        Case = parsed.GetValue(_case),
        Activity = parsed.GetValue(_activity),
        Time = parsed.GetValue(_time),
        Transition = parsed.GetValue(_transition),
        Resource = parsed.GetValue(_resource),
        Zone = parsed.GetValue(_zone),
        Separator = parsed.GetValue(_separator),
        Dates = parsed.GetValue(_dates),
    };
}
