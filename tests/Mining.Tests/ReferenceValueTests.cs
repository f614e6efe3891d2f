using System.Globalization;
using static Pupitre.Mining.Tests.Logs;

namespace Pupitre.Mining.Tests;

/// <summary>The public logs give the published figures, to the last digit that is printed.</summary>
public class ReferenceValueTests
{
    [Theory]
    [InlineData("running-example.xes", "8 16/36 6 0 2/9 149843.125 966890/815940")]
    [InlineData("receipt.xes.gz", "27 99/7143 116 1 91/245 119301.404 467263.915/2868.5835")]
    [InlineData("road-traffic-fines.xes.gz", "11 70/411100 231 1 7542/7886 11560631.58 29520829.123/17110800")]
    [InlineData("bpic2013-incidents.xes.gz", "4 11/57979 1511 3 7539/45919 168479.495 1043655.35/652244.5")]
    [InlineData("bpic2020-request-for-payment.xes.gz", "16 38/29312 77 0 597/1038 265046.967 987901.168/697299.5")]
    public void Figures_of_a_public_log_are_those_that_are_published(string name, string expected)
    {
        var figures = LogFigures.Of(LoadCorpus(name).Whole, TestContext.Current.CancellationToken);
        var (graph, durations) = (figures.Graph, figures.Durations.Figures);
        var decimals = expected.Split(' ', '/').Select(number => number.Split('.') is [_, var fraction] ? fraction.Length : 0).ToArray();

        string Rounded(double value, int at) => Math.Round(value, decimals[at]).ToString("0.############", CultureInfo.InvariantCulture);
        var shown = $"{figures.Activities} {graph.Edges.Length}/{graph.Edges.Sum(edge => edge.Count)} {figures.Variants.Count} {graph.Edges.Count(edge => edge.IsSelfLoop)} "
            + $"{figures.Rework.Cases}/{figures.Rework.Repeats} {Rounded(graph.Edges.Average(edge => edge.Durations.MeanSeconds), 7)} {Rounded(durations.MeanSeconds, 8)}/{Rounded(durations.MedianSeconds, 9)}";
        shown.ShouldBe(expected);
        figures.Rework.SelfLoops.ShouldBe(graph.Edges.Count(edge => edge.IsSelfLoop));
    }
}
