"""Short forms that advertisements and resumes use for the same thing, written out.

Common English usage in working life; entries whose short form is also an everyday word ("IT", "PA", "BA")
are left out, because writing them out would be wrong more often than right.
"""

_TABLE = """
acct account
accts accounts
admin administrative
ai artificial intelligence
ap accounts payable
ar accounts receivable
assoc associate
asst assistant
avp assistant vice president
b2b business to business
b2c business to consumer
cad computer aided design
ceo chief executive officer
cfo chief financial officer
cio chief information officer
cmo chief marketing officer
cna certified nursing assistant
coo chief operating officer
coord coordinator
cpa certified public accountant
crm customer relationship management
csr customer service representative
cto chief technology officer
dba database administrator
dept department
dev developer
dir director
ehr electronic health records
elec electrical
emr electronic medical records
emt emergency medical technician
engr engineer
er emergency room
erp enterprise resource planning
evp executive vice president
exec executive
gm general manager
hr human resources
hvac heating ventilation air conditioning
icu intensive care unit
jr junior
kpi key performance indicators
kpis key performance indicators
lpn licensed practical nurse
maint maintenance
mech mechanical
mfg manufacturing
mgr manager
mktg marketing
ml machine learning
nlp natural language processing
ops operations
ot occupational therapy
pcb printed circuit board
plc programmable logic controller
pm project manager
pmo project management office
ppc pay per click
pr public relations
pt physical therapy
qa quality assurance
rep representative
reps representatives
rn registered nurse
sdlc software development life cycle
sem search engine marketing
seo search engine optimization
sme subject matter expert
sr senior
supv supervisor
svc service
svcs services
svp senior vice president
tech technician
ui user interface
ux user experience
vp vice president
"""

WRITTEN_OUT: dict[str, tuple[str, ...]] = {
    short: tuple(words) for short, *words in map(str.split, _TABLE.strip().splitlines())
}


def write_out(words: list[str]) -> list[str]:
    """The words with short forms replaced by what they stand for."""
    return [full for word in words for full in WRITTEN_OUT.get(word, (word,))]
