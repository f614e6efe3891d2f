using System.Text;

namespace Pupitre.Diagrams.Tests;

/// <summary>Small made-up drawings.</summary>
internal static class Given
{
    public const string Start = """<startEvent id="start"/>""";

    public const string End = """<endEvent id="end"/>""";

    /// <summary>A document with one process of that content.</summary>
    public static BpmnDocument Process(string content) => BpmnDocument.Read(Bytes(content));

    public static byte[] Bytes(string content) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:tool" id="d" targetNamespace="urn:test">
        <process id="p">{content}</process>
        </definitions>
        """);

    /// <summary>A document of that content, with the drawing's own names at hand.</summary>
    public static BpmnDocument Definitions(string content) => BpmnDocument.Read(Encoding.UTF8.GetBytes($"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
            xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:own="urn:test" targetNamespace="urn:test">
        {content}
        </definitions>
        """));

    public static string Flow(string from, string to, string name = "") => $"""<sequenceFlow id="{from}-{to}" name="{name}" sourceRef="{from}" targetRef="{to}"/>""";

    public static string Task(string id, string? name = null) => $"""<task id="{id}" name="{name ?? id}"/>""";

    /// <summary>Paying a supplier: a choice, a way back, three roles.</summary>
    public static IReadOnlyList<ProcessStep> Payment =>
    [
        new("recevoir", "Recevoir la facture", "Secrétariat", [new("controler")]),
        new("controler", "Contrôler avec la commande", "Secrétariat", [new("demander", 15, "écart"), new("saisir", 85, "conforme")]),
        new("demander", "Demander une correction", "Secrétariat", [new("recevoir")]),
        new("saisir", "Saisir en comptabilité", "Cabinet", [new("payer"), new("classer")]),
        new("payer", "Préparer le paiement", "Cabinet", [new("signer")]),
        new("signer", "Signer le virement", "Dirigeante", [new("finir")]),
        new("classer", "Classer la pièce", "Secrétariat", [new("finir")]),
        new("finir", "Vérifier la banque", "Cabinet", []),
    ];

    /// <summary>That many steps in five lanes, with choices and ways back, always the same.</summary>
    public static IReadOnlyList<ProcessStep> Many(int count)
    {
        var random = new Random(20261129);
        return [.. Enumerable.Range(0, count).Select(at => new ProcessStep("s" + at, "Étape numéro " + at, "Rôle " + ((at / 3) % 5), Next(at)))];

        System.Collections.Immutable.ImmutableArray<NextStep> Next(int at) => at == count - 1 ? []
            : at % 4 == 1 && at + 3 < count ? [new("s" + (at + 1), 70), new("s" + (at + 3), 30)]
            : at % 11 == 5 ? [new("s" + (at + 1), null, "complet"), new("s" + Math.Max(0, at - random.Next(1, 5)), null, "à revoir")]
            : [new("s" + (at + 1))];
    }
}
