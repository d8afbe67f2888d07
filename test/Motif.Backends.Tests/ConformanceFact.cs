using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Motif.Backends.Tests;

/// <summary>A test of a suite that every backend inherits; skipped in the classes of a backend that is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Motif.Backends.Tests.ConformanceDiscoverer", "Motif.Backends.Tests")]
public sealed class ConformanceFactAttribute : FactAttribute;

public sealed class ConformanceDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo factAttribute
    ) =>
        [
            new ConformanceTestCase(
                messages,
                discoveryOptions.MethodDisplayOrDefault(),
                discoveryOptions.MethodDisplayOptionsOrDefault(),
                testMethod
            ),
        ];
}

public sealed class ConformanceTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For deserialization only", error: true)]
    public ConformanceTestCase() { }

    public ConformanceTestCase(
        IMessageSink messages,
        TestMethodDisplay display,
        TestMethodDisplayOptions displayOptions,
        ITestMethod testMethod
    )
        : base(messages, display, displayOptions, testMethod) { }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        NeedsAttribute.SkipReasonOf(TestMethod.TestClass.Class)
        ?? base.GetSkipReason(factAttribute);
}
