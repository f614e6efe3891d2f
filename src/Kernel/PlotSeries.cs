namespace Pupitre.Kernel;

/// <summary>One line or set of bars of a plot; a null value means that there is not enough to say something.</summary>
public sealed record PlotSeries(string Name, IReadOnlyList<double?> Values);
