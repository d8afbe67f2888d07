using Motif.Backends.Tests;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Motif.Tests.Vectors;

/// <summary>A test of the suite of every vector index; skipped in the classes of one that is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Motif.Backends.Tests.ConformanceDiscoverer", "Motif.Backends.Tests")]
public sealed class VectorFactAttribute : FactAttribute;

/// <inheritdoc cref="VectorFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Motif.Tests.Vectors.VectorTheoryDiscoverer", "Motif.Backends.Tests")]
public sealed class VectorTheoryAttribute : TheoryAttribute;

public sealed class VectorTheoryDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo theoryAttribute
    ) =>
        NeedsAttribute.SkipReasonOf(testMethod.TestClass.Class) is null
            ? base.Discover(discoveryOptions, testMethod, theoryAttribute)
            :
            [
                new ConformanceTestCase(
                    DiagnosticMessageSink,
                    discoveryOptions.MethodDisplayOrDefault(),
                    discoveryOptions.MethodDisplayOptionsOrDefault(),
                    testMethod
                ),
            ];
}
