namespace Pupitre.Flows;

/// <summary>The questions that a flow answers, a page each.</summary>
public enum FlowTab
{
    Map,
    Variants,
    Waiting,
    Rework,
    Handovers,
    Drift,
    Cycles,
    Conformance,
}

/// <summary>Addresses and names of the pages.</summary>
internal static class FlowTabs
{
    public const string Root = "flows";

    public static IReadOnlyList<FlowTab> All { get; } = Enum.GetValues<FlowTab>();

    /// <summary>Parts of the address below the company's.</summary>
    public static string[] Path(this FlowTab tab) => tab switch
    {
        FlowTab.Map => [Root],
        FlowTab.Variants => [Root, "variants"],
        FlowTab.Waiting => [Root, "waiting"],
        FlowTab.Rework => [Root, "rework"],
        FlowTab.Handovers => [Root, "handovers"],
        FlowTab.Drift => [Root, "drift"],
        FlowTab.Cycles => [Root, "cycles"],
        _ => [Root, "conformance"],
    };

    public static string Name(this FlowTab tab) => tab switch
    {
        FlowTab.Map => Texts.Flow_TabMap,
        FlowTab.Variants => Texts.Flow_TabVariants,
        FlowTab.Waiting => Texts.Flow_TabWaiting,
        FlowTab.Rework => Texts.Flow_TabRework,
        FlowTab.Handovers => Texts.Flow_TabHandovers,
        FlowTab.Drift => Texts.Flow_TabDrift,
        FlowTab.Cycles => Texts.Flow_TabCycles,
        _ => Texts.Flow_TabConformance,
    };
}
