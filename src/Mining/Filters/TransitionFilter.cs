namespace Pupitre.Mining;

/// <summary>Keeps the events of some transitions, <c>complete</c> for instance; whatever the case of the letters, since logs write it both ways.</summary>
/// <param name="Transitions">Their names.</param>
public sealed record TransitionFilter(IReadOnlyList<string> Transitions) : LogFilter
{
    public override string Words => Texts.Filter_Transition.Filled(Listed(Transitions));

    internal override LogView Apply(LogView view, CancellationToken token)
    {
        var log = view.Log;
        bool[] chosen = [.. log.Transitions.Select(name => Transitions.Contains(name, StringComparer.OrdinalIgnoreCase))];
        return view.WithEvents(item => !log.EventTransitions.IsEmpty && log.EventTransitions[item] is >= 0 and var number && chosen[number], Words, token);
    }
}
