namespace Pupitre.Diagrams;

/// <summary>Elements in the reader's words: nobody needs to know what BPMN is.</summary>
public static class DiagramWords
{
    public static string Of(BpmnElement element) => element.Kind switch
    {
        ElementKind.Pool => Texts.Word_Pool,
        ElementKind.Lane => Texts.Word_Lane,
        ElementKind.Event => OfEvent(element),
        ElementKind.Gateway => OfGateway(element.Type),
        ElementKind.Data => Texts.Word_Data,
        ElementKind.Annotation => Texts.Word_Annotation,
        ElementKind.Group => Texts.Word_Group,
        ElementKind.SequenceFlow => Texts.Word_Flow,
        ElementKind.MessageFlow => Texts.Word_MessageFlow,
        ElementKind.Association => Texts.Word_Association,
        _ => OfActivity(element.Type),
    };

    private static string OfEvent(BpmnElement element) => element.Type switch
    {
        "startEvent" => Texts.Word_Start,
        "endEvent" => Texts.Word_End,
        "boundaryEvent" => Texts.Word_Border,
        _ => Texts.Word_Event,
    };

    private static string OfGateway(string type) => type switch
    {
        "exclusiveGateway" => Texts.Word_Choice,
        "parallelGateway" => Texts.Word_Parallel,
        "inclusiveGateway" => Texts.Word_Some,
        "eventBasedGateway" => Texts.Word_FirstEvent,
        _ => Texts.Word_Gateway,
    };

    private static string OfActivity(string type) => type switch
    {
        "userTask" or "manualTask" => Texts.Word_ByHand,
        "serviceTask" or "scriptTask" or "businessRuleTask" => Texts.Word_Automatic,
        "sendTask" => Texts.Word_Send,
        "receiveTask" => Texts.Word_Receive,
        "callActivity" => Texts.Word_Call,
        "subProcess" or "transaction" or "adHocSubProcess" => Texts.Word_Subprocess,
        _ => Texts.Word_Task,
    };
}
